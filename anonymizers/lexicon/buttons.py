"""Words that buttons and links say and speech seldom does, by language; in an interview they are read aloud.

Compiled by hand for this project. Regular forms of them ("calcule", "imprimez") are known by them.
"""

from anonymizers.wordlists import word_set

BUTTONS: dict[str, frozenset[str]] = {
    "en": frozenset(),
    "fr": word_set(
        """
        accepter accéder actualiser afficher agrandir ajouter annuler appliquer archiver calculer coller comparer
        confirmer consulter continuer copier créer démarrer désactiver déconnecter dupliquer effacer enregistrer envoyer
        estimer exporter fermer filtrer gérer importer imprimer insérer joindre lancer masquer modifier numériser ouvrir
        parcourir partager personnaliser poursuivre précédent quitter rafraîchir rechercher refuser régler réinitialiser
        relancer remplir renvoyer réserver restaurer retirer saisir sauvegarder simuler souscrire suivant supprimer
        synchroniser télécharger terminer trier valider vérifier virement visualiser zoomer identifiant remboursement
        mensualité mensualités échéance échéances créneau créneaux onglet onglets récapitulatif
        """
    ),
    "de": word_set(
        """
        abbrechen abmelden abschicken absenden aktualisieren akzeptieren ändern anfordern anhängen anmelden anzeigen
        archivieren ausblenden ausdrucken ausfüllen ausloggen auswählen bearbeiten beantragen beenden berechnen
        bestätigen buchen drucken durchsuchen einblenden einfügen einloggen einreichen entfernen erstellen exportieren
        filtern fortfahren herunterladen hinzufügen hochladen importieren kopieren löschen öffnen registrieren
        schließen senden sortieren speichern suchen synchronisieren teilen überprüfen übernehmen überweisen verlassen
        vergleichen verschieben verwalten verwerfen vorschau weiter widerrufen wiederherstellen zurücksetzen rate
        monatsrate laufzeit
        """
    ),
    "es": word_set(
        """
        aceptar acceder actualizar adjuntar agregar ampliar anular añadir aplicar archivar borrar buscar calcular
        cancelar cargar cerrar compartir comparar confirmar consultar continuar copiar crear deseleccionar descargar
        desconectar desplegar duplicar editar eliminar enviar escanear exportar filtrar firmar gestionar guardar
        importar imprimir iniciar insertar modificar mostrar ocultar ordenar pegar pinchar pulsar recargar rechazar
        rellenar restablecer reservar seleccionar siguiente simular sincronizar solicitar subir teclear validar
        verificar visualizar desplegable pestaña pestañas importe cuota cuotas plazo plazos préstamo
        """
    ),
}
