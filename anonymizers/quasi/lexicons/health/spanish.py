"""Conditions, states, treatments and events in Spanish, one phrase a comma. Compiled by hand for this project."""

SPANISH: dict[str, str] = {
    "treatment": ("quimio, quimioterapia, radioterapia, diálisis, inmunoterapia, hormonoterapia, fisio, fisioterapia"),
    "expecting": (
        "espero un bebé, esperamos un bebé, espera un bebé, espero gemelos, esperamos gemelos, espera "
        "gemelos, esperando un bebé, esperando gemelos, esperando mellizos"
    ),
    "grave": """
        párkinson, parkinson, alzhéimer, alzheimer, esclerosis múltiple, ela, fibromialgia, endometriosis,
        ovarios poliquísticos, enfermedad de crohn, crohn, colitis, colitis ulcerosa, colon irritable,
        celiaquía, enfermedad celíaca, leucemia, linfoma, mieloma, melanoma, sarcoma, marcapasos, stent, baipás,
        bypass, mastectomía, histerectomía, colostomía, fecundación in vitro, aborto espontáneo, aborto,
        depresión posparto, depresión postparto, esquizofrenia, trastorno bipolar, psicosis, anorexia, bulimia,
        trastorno alimenticio, trastorno de la conducta alimentaria, estrés postraumático, trastorno obsesivo
        compulsivo, toc, tdah, síndrome de tourette, asperger, síndrome de asperger, autismo, dislexia,
        dispraxia, discalculia, demencia, demencia senil, epilepsia, ataques epilépticos, ataque epiléptico,
        parálisis cerebral, espina bífida, distrofia muscular, fibrosis quística, hemofilia, síndrome de down,
        lupus, osteoporosis, artrosis, artritis, artritis reumatoide, espondilitis, ciática, escoliosis, hernia
        discal, hernia de disco, gota, degeneración macular, glaucoma, retinosis pigmentaria, retinopatía,
        cataratas, acúfenos, tinnitus, síndrome de ménière, vértigos, epoc, enfisema, angina de pecho,
        fibrilación auricular, arritmia, arritmias, insuficiencia cardíaca, insuficiencia renal, infarto,
        infarto cerebral, ataque al corazón, paro cardíaco, soplo en el corazón, soplo, trombosis, embolia,
        embolia pulmonar, ictus, derrame cerebral, derrame, tumor cerebral, tumor, aneurisma, hepatitis,
        cirrosis, piedras en el riñón, cálculos renales, pancreatitis, vih, sida, tuberculosis, enfermedad de
        lyme, covid persistente, fatiga crónica, dolor crónico, dolores crónicos, hipotiroidismo,
        hipertiroidismo, problemas de tiroides, diabetes, diabetes tipo uno, diabetes tipo dos, diabetes tipo 1,
        diabetes tipo 2, diabetes de tipo uno, diabetes de tipo dos, diabetes gestacional, psoriasis, eccema,
        dermatitis atópica, vitíligo, alopecia, sepsis, meningitis, encefalitis, neumonía, sarcoidosis,
        neuropatía, parálisis, parálisis facial, narcolepsia, apnea del sueño, agorafobia, asma, cáncer de mama,
        cáncer de próstata, cáncer de colon, cáncer de pulmón, cáncer de piel, cáncer de ovario, cáncer,
        depresión, ansiedad, ataques de ansiedad, ataque de ansiedad, ataques de pánico, crisis de ansiedad,
        crisis nerviosa, intento de suicidio, discapacidad, minusvalía, sordera, ceguera, baja visión,
        incontinencia, menopausia precoz, hipertensión, tensión alta, colesterol alto, alcoholismo, ludopatía,
        drogadicción, incapacidad permanente, incapacidad laboral, grado de discapacidad, dependencia grado dos,
        intolerancia al gluten, lesión medular
        """,
    "condition": """
        migraña, migrañas, jaquecas, alergia, alergias, alergia a los frutos secos, anemia, hernia, úlcera,
        herpes zóster, covid, adicción, problemas con el alcohol, fobia, temblores, temblor, convulsiones, dolor
        de espalda, problemas de espalda, mal la espalda, mal la rodilla, mal de la espalda, problemas de
        corazón, problemas del corazón, problema de corazón, problemas de vista, problemas de visión, problemas
        de oído, problemas de audición, problemas de memoria, pérdidas de memoria, mala vista, movilidad
        reducida, problemas de movilidad, tartamudez, túnel carpiano, tendinitis, fractura, rotura de cadera,
        latigazo cervical, conmoción, varices, tiroides, menopausia, sofocos, embarazo, embarazo de riesgo,
        embarazo ectópico, daltonismo, insomnio, recaída, enfermedad autoinmune, enfermedad rara, enfermedad
        crónica, enfermedad genética, enfermedad mental, problemas de salud mental, trauma, azúcar alto,
        tensión, colesterol, dolor lumbar, lumbalgia, estrés, burnout
        """,
    "state": """
        alérgico al gluten, alérgica al gluten, alérgico a los frutos secos, alérgica a los
        frutos secos, sordo, sorda, sordos, medio sordo, medio sorda, sordo de un oído, sorda de un oído, ciego,
        ciega, casi ciega, casi ciego, ciego de un ojo, invidente, deficiente visual, discapacitado,
        discapacitada, minusválido, minusválida, inválido, inválida, paralítico, paralítica, parapléjico,
        parapléjica, tetrapléjico, tetrapléjica, amputado, amputada, en silla de ruedas, postrado, postrada,
        encamado, encamada, diabético, diabética, epiléptico, epiléptica, asmático, asmática, anémico, anémica,
        hemofílico, celíaco, celíaca, celiaco, celiaca, intolerante a la lactosa, intolerante al gluten,
        autista, neurodivergente, disléxico, disléxica, bipolar, esquizofrénico, esquizofrénica, depresivo,
        depresiva, con depresión, anoréxica, anoréxico, bulímica, alcohólico, alcohólica, exalcohólico,
        drogadicto, drogadicta, ludópata, en remisión, en fase terminal, terminal, en cuidados paliativos,
        seropositivo, seropositiva, inmunodeprimido, inmunodeprimida, embarazada, estéril, menopáusica,
        incontinente, obeso, obesa, en coma, ingresada, ingresado, daltónico, daltónica, tartamudo, tartamuda,
        de baja médica, de baja por enfermedad, de baja por depresión, de baja por ansiedad, hipertenso,
        hipertensa, enfermo del corazón, enferma del corazón, enfermo crónico, enferma crónica, enfermo de
        cáncer, trasplantado, trasplantada, dependiente grado
        """,
    "aid": """
        antidepresivos, antidepresivo, ansiolíticos, somníferos, insulina, bomba de insulina, metformina,
        estatinas, sintrom, anticoagulantes, betabloqueantes, cortisona, corticoides, metotrexato, sertralina,
        citalopram, escitalopram, fluoxetina, prozac, venlafaxina, orfidal, lexatin, lorazepam, diazepam,
        valium, trankimazin, litio, quetiapina, risperdal, ritalin, concerta, rubifen, lyrica, tramadol,
        morfina, metadona, eutirox, levotiroxina, tamoxifeno, terapia hormonal, ventolin, inhalador, depakine,
        keppra, ozempic, neurolépticos, inmunosupresores, pastillas para la tensión, pastillas para dormir,
        pastillas del corazón, pastillas para la depresión, audífono, audífonos, implante coclear, silla de
        ruedas, silla eléctrica, andador, bastón, bastón blanco, muletas, perro guía, prótesis, prótesis de
        cadera, pierna ortopédica, catéter, sonda, medidor de glucosa, sensor de glucosa, lector de pantalla,
        lector de pantallas, oxígeno, salvaescaleras, tarjeta de discapacidad, tarjeta de minusválido, pensión
        de invalidez, ley de dependencia, ayuda a la dependencia, terapia, psicoterapia, rehabilitación
        """,
    "mishap": "operación, caída, accidente, baja médica, rehabilitación, intervención",
    "event": """
        operación de corazón, operación de rodilla, operación de cadera, operación de espalda, trasplante,
        trasplante de riñón, trasplante de hígado, trasplante de médula, cesárea, amputación, biopsia,
        colonoscopia, accidente laboral, accidente de moto, accidente de coche, accidente de tráfico, reducción
        de estómago, transfusión, legrado, tratamiento de fertilidad, inseminación, de la cadera, de la rodilla,
        del corazón, de la espalda, de cataratas
        """,
}
