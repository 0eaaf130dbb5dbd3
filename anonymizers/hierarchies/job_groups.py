"""Groups of occupations, with words of job titles in English, French, German and Spanish.

Groups: the International Standard Classification of Occupations, ISCO-08 (International Labour Office, 2012), its
sub-major groups (two digits) and major groups (one digit). Words compiled by hand for this project. A word stands for
the beginning of a word of a title, `_` for a space within, `~` before it for any place (German compounds), `=` for a
whole word.
"""

MAJOR_GROUPS = {
    "0": "Armed forces",
    "1": "Managers",
    "2": "Professionals",
    "3": "Technicians and associate professionals",
    "4": "Clerical support workers",
    "5": "Services and sales workers",
    "6": "Skilled agricultural, forestry and fishery workers",
    "7": "Craft and related trades workers",
    "8": "Plant and machine operators and assemblers",
    "9": "Elementary occupations",
    "N": "Not in paid work",
}

SECTORS = {
    "Management, professions and technicians": "123",
    "Office, service, sales and uniformed work": "045",
    "Trades, agriculture, industry and manual work": "6789",
    "Not in paid work": "N",
}
"""Broad sector: major groups."""

SUB_MAJOR_GROUPS: dict[str, tuple[str, str]] = {
    "01": (
        "Armed forces",
        """soldier sailor army navy air_force military marine_corps soldat militaire marin ~bundeswehr ~soldat
        militar soldado marinero""",
    ),
    "11": (
        "Chief executives, senior officials and legislators",
        """chief_executive =ceo =cfo =coo =cto =cmo managing_director company_director board_member mayor
        member_of_parliament senator councillor chairman chairwoman president founder pdg directeur_général
        directrice_générale président maire député fondateur fondatrice gérant geschäftsführ vorstand bürgermeister
        abgeordnete gründer director_general directora_general consejero_delegado consejera_delegada presidente
        presidenta alcalde alcaldesa fundador fundadora""",
    ),
    "12": (
        "Administrative and commercial managers",
        """manager head_of sales_manager marketing_manager hr_manager finance_manager office_manager product_manager
        project_manager business_development_manager operations_manager product_owner director directeur directrice
        responsable chef_de_projet chef_de_produit chef_de_service cheffe_de_projet ~leiter ~leiterin ~manager
        leitung gerente jefe_de jefa_de directora""",
    ),
    "13": (
        "Production and specialised services managers",
        """production_manager construction_manager factory_manager it_manager engineering_manager school_principal
        headteacher head_teacher headmaster headmistress site_manager supply_chain_manager nurse_manager
        directeur_d_usine chef_de_chantier chef_d_établissement proviseur principal_de_collège ~bauleiter
        ~schulleiter ~werksleiter ~produktionsleiter jefe_de_obra jefe_de_producción director_de_colegio""",
    ),
    "14": (
        "Hospitality, retail and other services managers",
        """shop_manager store_manager hotel_manager restaurant_manager pub_landlord landlady publican shopkeeper
        restaurateur hotelier hôtelier commerçant gérant_de_magasin gérante_de_magasin ~filialleiter ~hotelier
        gastronom ~restaurantleiter comerciante hotelero hotelera hostelero encargado_de_tienda encargada_de_tienda""",
    ),
    "21": (
        "Science and engineering professionals",
        """engineer scientist physicist chemist biologist geologist mathematician statistician actuary architect
        surveyor designer graphic_designer ux_designer town_planner researcher ingénieur scientifique physicien
        chimiste biologiste géologue mathématicien architecte graphiste chercheu urbaniste designeu ~ingenieur
        wissenschaftler ~physiker ~chemiker ~biologe ~biologin ~architekt ~designer ~forscher mathematiker ingenier
        científic físico física químic biólog arquitect diseñador investigador matemátic""",
    ),
    "22": (
        "Health professionals",
        """doctor physician surgeon nurse midwife dentist pharmacist veterinar =vet physiotherapist psychiatrist
        paediatrician anaesthetist optometrist dietitian =gp general_practitioner speech_therapist médecin chirurgien
        infirmi sage_femme dentiste pharmacien vétérinaire kinésithérapeute psychiatre pédiatre ~arzt ~ärztin chirurg
        krankenpfleger krankenschwester pflegefachkraft pflegefachfrau pflegefachmann hebamme ~apotheker
        physiotherapeut psychiater médic cirujan enfermer comadrona matrona dentista odontólog farmacéutic veterinari
        fisioterapeuta psiquiatra pediatra""",
    ),
    "23": (
        "Teaching professionals",
        """teacher lecturer professor tutor instructor trainer schoolteacher teaching enseignant professeur =prof
        instituteur institutrice formateur formatrice maître_de_conférences ~lehrer ~lehrerin ~lehrkraft dozent
        ausbilder erzieher ~professor profesor maestr docente formador""",
    ),
    "24": (
        "Business and administration professionals",
        """accountant auditor financial_analyst business_analyst consultant management_consultant marketing recruiter
        human_resources =hr policy_officer public_relations financial_advis account_manager analyst copywriter
        advertising comptable auditeur analyste consultant conseil ressources_humaines recruteu
        chargé_de_communication chargée_de_communication contrôleur_de_gestion buchprüfer wirtschaftsprüfer ~berater
        unternehmensberat personalreferent ~analyst controller steuerberater contable auditor analista consultor
        recursos_humanos asesor""",
    ),
    "25": (
        "Information and communications technology professionals",
        """developer software programmer web_developer data_scientist data_engineer systems_analyst devops
        database_administrator it_consultant software_engineer qa_engineer security_engineer full_stack tester
        développeu programmeu ingénieur_logiciel informaticien ~entwickler programmierer informatiker
        softwareentwickler softwareingenieur desarrollador programador informátic ingeniero_de_software
        ingeniera_de_software""",
    ),
    "26": (
        "Legal, social and cultural professionals",
        """lawyer solicitor barrister judge attorney librarian archivist curator economist sociologist psychologist
        social_worker journalist author writer translator interpreter artist musician actor actress priest vicar
        historian philosopher dancer poet editor film_director avocat juge notaire juriste bibliothécaire économiste
        sociologue psychologue assistant_social assistante_sociale journaliste écrivain traduct interprète artiste
        musicien comédien prêtre rechtsanw ~anwalt ~anwältin richter notar jurist bibliothekar volkswirt soziolog
        psycholog sozialarbeiter sozialpädagog journalist autor übersetzer dolmetscher künstler musiker schauspieler
        pfarrer abogad juez jueza notari jurista bibliotecari economista sociólog psicólog trabajador_social
        trabajadora_social periodista escritor traductor intérprete músic actriz sacerdote""",
    ),
    "31": (
        "Science and engineering associate professionals",
        """technician lab_technician engineering_technician draughtsman draftsman pilot ship_captain
        air_traffic_controller process_controller mine_supervisor technicien dessinateur pilote contrôleur_aérien
        capitaine ~techniker laborant technische_zeichner fluglotse técnic delineante controlador_aéreo piloto""",
    ),
    "32": (
        "Health associate professionals",
        """paramedic dental_hygienist pharmacy_technician radiographer medical_technician optician ambulance
        dispensing_optician medical_assistant veterinary_assistant ambulancier opticien préparateur_en_pharmacie
        manipulateur_radio auxiliaire_médical rettungssanitäter notfallsanitäter optiker medizinische_fachangestellte
        arzthelfer arzthelferin =mta =pta óptic técnico_sanitario técnica_sanitaria auxiliar_de_farmacia higienista""",
    ),
    "33": (
        "Business and administration associate professionals",
        """sales_representative estate_agent insurance broker bookkeeper executive_assistant personal_assistant
        administrator buyer purchasing event_planner customs_officer tax_officer loan_officer civil_servant
        police_inspector legal_secretary procurement real_estate commercial agent_immobilier courtier assureur
        assistant_de_direction assistante_de_direction acheteu fonctionnaire agent_commercial douanier inspecteur
        handelsvertret immobilienmakler ~makler versicherung einkäufer beamt ~kaufmann ~kauffrau vertriebsmitarbeiter
        außendienst agente_comercial agente_inmobiliari comercial corredor agente_de_seguros funcionari comprador
        inspector""",
    ),
    "34": (
        "Legal, social, cultural and related associate professionals",
        """paralegal youth_worker community_worker photographer interior_designer chef athlete fitness footballer
        coach sports_coach personal_trainer tattooist photographe éducateur animateur décorateur chef_cuisinier
        sportif entraîneur fotograf ~trainer sozialhelfer innenarchitekt küchenchef sportler fotógraf educador
        animador decorador entrenador deportista""",
    ),
    "35": (
        "Information and communications technicians",
        """it_support help_desk helpdesk network_technician system_administrator sysadmin web_technician
        broadcast_technician it_technician administrateur_système technicien_informatique support_informatique
        systemadministrator it_techniker fachinformatiker administrador_de_sistemas técnico_informático
        técnica_informática soporte_técnico""",
    ),
    "41": (
        "General and keyboard clerks",
        """clerk secretary office_assistant administrative_assistant admin typist data_entry secrétaire
        assistant_administratif assistante_administrative employé_de_bureau employée_de_bureau sekretär bürokauf
        bürokraft bürokaufmann bürokauffrau sachbearbeiter secretari administrativ auxiliar_administrativ oficinista""",
    ),
    "42": (
        "Customer services clerks",
        """receptionist bank_teller call_centre call_center customer_service customer_support travel_agent
        cashier_bank teller telephonist réceptionniste hôtesse_d_accueil conseiller_clientèle conseillère_clientèle
        téléopérat guichetier standardiste rezeptionist empfang kundenberater kundenservice callcenter bankkauf
        recepcionista atención_al_cliente teleoperador cajero_de_banco agente_de_viajes""",
    ),
    "43": (
        "Numerical and material recording clerks",
        """payroll accounts_clerk accounts_assistant stock_clerk warehouse_clerk logistics transport_clerk
        storekeeper dispatcher aide_comptable gestionnaire_de_paie magasinier logisticien buchhalter lohnbuchhalter
        lagerist logistiker fachkraft_für_lagerlogistik disponent auxiliar_contable almacener logístic""",
    ),
    "44": (
        "Other clerical support workers",
        """postman postwoman postal_worker mail_carrier filing_clerk library_assistant proofreader facteur factrice
        postier archiviste briefträger postbote zusteller cartero cartera""",
    ),
    "51": (
        "Personal service workers",
        """waiter waitress barman barmaid bartender barista cook hairdresser barber beautician flight_attendant
        cabin_crew caretaker janitor housekeeper undertaker driving_instructor steward tour_guide serveu barman
        cuisinier coiffeu esthéticien hôtesse_de_l_air concierge gardien_d_immeuble guide kellner koch köchin friseur
        kosmetiker flugbegleit hausmeister barkeeper camarer cociner peluquer esteticista azafat conserje guía""",
    ),
    "52": (
        "Sales workers",
        """sales shop_assistant sales_assistant cashier salesman saleswoman salesperson retail telemarketer checkout
        petrol_station market_trader vendeu caissi télévendeu ~verkäufer kassierer einzelhandel vendedor dependient
        cajer reponedor""",
    ),
    "53": (
        "Personal care workers",
        """carer care_assistant care_worker childminder nanny teaching_assistant healthcare_assistant home_help
        au_pair nursery_nurse babysitter child_care nursing_assistant aide_soignant aide_à_domicile auxiliaire_de_vie
        assistante_maternelle nounou nourrice atsem altenpfleg pflegehelfer pflegekraft tagesmutter kinderbetreu
        kinderpfleger betreuungskraft cuidador auxiliar_de_enfermería niñer auxiliar_de_geriatría""",
    ),
    "54": (
        "Protective services workers",
        """police firefighter fireman security_guard prison_officer lifeguard bodyguard security_officer bouncer
        polici pompier agent_de_sécurité gendarme gardien_de_prison surveillant_pénitentiaire vigile polizist
        feuerwehr ~wachmann sicherheitsdienst justizvollzug sicherheitsmitarbeiter bomber guardia_civil guardia
        vigilante socorrista""",
    ),
    "61": (
        "Market-oriented skilled agricultural workers",
        """farmer gardener horticultur winemaker beekeeper grower dairy_farmer landscaper agriculteur agricultrice
        jardinier viticulteur éleveu maraîcher apiculteur paysagiste landwirt bauer bäuerin gärtner winzer imker
        agricultor jardiner ganader viticultor apicultor""",
    ),
    "62": (
        "Market-oriented skilled forestry, fishery and hunting workers",
        """forester fisherman fisher lumberjack gamekeeper trawler forestier pêcheu bûcheron förster fischer
        waldarbeiter pescador leñador guarda_forestal""",
    ),
    "71": (
        "Building and related trades workers",
        """builder bricklayer carpenter plumber roofer plasterer painter tiler glazier joiner decorator stonemason
        maçon charpentier plombier couvreur plâtrier peintre carreleur menuisier maurer zimmerer klempner dachdecker
        maler fliesenleger installateur tischler schreiner albañil carpinter fontaner pintor yeser techador""",
    ),
    "72": (
        "Metal, machinery and related trades workers",
        """mechanic welder fitter blacksmith toolmaker car_mechanic machinist sheet_metal mécanicien soudeu forgeron
        ajusteur carrossier tourneur ~mechaniker schweißer schlosser schmied werkzeugmacher mechatroniker dreher
        mecánic soldador herrero tornero chapista""",
    ),
    "73": (
        "Handicraft and printing workers",
        """potter jeweller goldsmith printer watchmaker bookbinder glassblower craftsman instrument_maker potier
        bijoutier horloger imprimeur artisan relieur töpfer goldschmied uhrmacher drucker buchbinder kunsthandwerk
        alfarer joyer relojer impresor artesan""",
    ),
    "74": (
        "Electrical and electronic trades workers",
        """electrician electronics_fitter telecoms_engineer lineman électricien électronicien elektriker elektroniker
        elektroinstallateur electricista electrónic""",
    ),
    "75": (
        "Food processing, wood working, garment and other craft workers",
        """baker butcher cabinet_maker tailor dressmaker seamstress upholsterer shoemaker pastry fishmonger
        cheesemaker boulanger boucher pâtissi ébéniste tailleur couturi tapissier cordonnier charcutier fromager
        bäcker metzger fleischer konditor schneider polsterer schuhmacher panader carnicer pasteler ebanista sastre
        modista zapater tapicero""",
    ),
    "81": (
        "Stationary plant and machine operators",
        """machine_operator plant_operator miner boiler_operator laundry_worker press_operator
        opérateur_de_production opératrice_de_production conducteur_de_machine mineur maschinenführer anlagenführer
        bergmann anlagenmechaniker operador_de_máquina operario_de_máquina minero""",
    ),
    "82": ("Assemblers", "assembler assembly_line monteur assembleur montierer montagearbeiter ensamblador montador"),
    "83": (
        "Drivers and mobile plant operators",
        """driver lorry truck bus_driver taxi train_driver forklift crane_operator courier van_driver tram_driver
        chauffeur conducteur routier cariste grutier livreu ~fahrer lokführer kranführer staplerfahrer conductor
        chófer camioner taxista repartidor maquinista carretiller""",
    ),
    "91": (
        "Cleaners and helpers",
        """cleaner cleaning window_cleaner domestic_help maid chambermaid femme_de_ménage agent_d_entretien nettoyage
        agent_de_nettoyage reinigungskraft putzfrau raumpfleger ~reiniger limpiador limpieza empleada_del_hogar
        empleado_del_hogar""",
    ),
    "92": (
        "Agricultural, forestry and fishery labourers",
        """farm_worker farm_labourer fruit_picker farmhand ouvrier_agricole ouvrière_agricole saisonnier_agricole
        erntehelfer landarbeiter jornaler peón_agrícola""",
    ),
    "93": (
        "Labourers in mining, construction, manufacturing and transport",
        """labourer laborer warehouse_worker warehouse factory_worker packer shelf_filler porter construction_worker
        warehouse_operative picker manutentionnaire ouvrier préparateur_de_commandes manœuvre bauarbeiter
        lagerarbeiter hilfsarbeiter fabrikarbeiter packer peón mozo_de_almacén obrer operari""",
    ),
    "94": (
        "Food preparation assistants",
        """kitchen_assistant kitchen_porter dishwasher fast_food commis_de_cuisine plongeu employé_de_restauration
        küchenhilfe spülkraft ayudante_de_cocina friegaplatos""",
    ),
    "96": (
        "Refuse workers and other elementary workers",
        """refuse_collector bin_man street_sweeper odd_job éboueur balayeur müllwerker straßenreiniger basurer
        barrender""",
    ),
    "N1": (
        "In education",
        "student pupil apprentice_student étudiant élève lycéen studierend student schüler estudiante alumn",
    ),
    "N2": ("Retired", "retired pensioner retiree retraité rentner pensionär ruhestand jubilad pensionista"),
    "N3": (
        "Unemployed, at home or unable to work",
        """unemployed jobseeker job_seeker between_jobs housewife househusband homemaker stay_at_home
        full_time_parent not_working chômeu sans_emploi demandeur_d_emploi demandeuse_d_emploi au_foyer
        femme_au_foyer arbeitslos arbeitsuchend hausfrau hausmann elternzeit desemplead parado parada en_paro
        ama_de_casa amo_de_casa sin_trabajo""",
    ),
}
"""Sub-major group: its name, and words of titles."""
