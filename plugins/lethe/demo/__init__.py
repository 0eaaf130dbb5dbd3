"""The demonstration: a fictional agency, its people and its data, and what shows the product at work on them."""
