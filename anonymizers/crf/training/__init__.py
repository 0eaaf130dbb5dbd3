"""Training of the name model: public texts and utterances written for this project in, one model file each out."""
