"""Conditions, states, treatments and events in English, one phrase a comma. Compiled by hand for this project."""

ENGLISH: dict[str, str] = {
    "treatment": (
        "chemo, chemotherapy, radiotherapy, dialysis, immunotherapy, hormone therapy, physio, "
        "physiotherapy, insulin injections, stem cell treatment, electroconvulsive therapy"
    ),
    "expecting": (
        "carrying twins, carrying triplets, expecting twins, expecting a baby, expecting our first, "
        "expecting our second, expecting my first, expecting my second, expecting, trying for a baby, "
        "carrying a baby"
    ),
    "grave": """
        parkinson's, alzheimer's, multiple sclerosis, motor neurone, motor neuron disease, motor neurone
        disease, huntington's, fibromyalgia, endometriosis, polycystic ovaries, polycystic ovary syndrome, pcos,
        crohn's, ulcerative colitis, colitis, diverticulitis, irritable bowel, irritable bowel syndrome, ibs,
        coeliac disease, celiac disease, leukaemia, leukemia, lymphoma, hodgkin's, myeloma, melanoma, sarcoma,
        mesothelioma, carcinoma, pacemaker, stent, stents, bypass operation, heart bypass, triple bypass,
        mastectomy, hysterectomy, vasectomy, lumpectomy, colostomy, colostomy bag, stoma, stoma bag, ileostomy,
        ivf, miscarriage, stillbirth, pre-eclampsia, preeclampsia, postnatal depression, post natal depression,
        postpartum depression, schizophrenia, bipolar disorder, borderline personality disorder, personality
        disorder, psychosis, anorexia, bulimia, eating disorder, self harm, self-harming, ptsd, post traumatic
        stress, ocd, obsessive compulsive disorder, adhd, tourette's, asperger's, dyspraxia, dyscalculia,
        dementia, vascular dementia, epilepsy, epileptic fits, epileptic seizures, cerebral palsy, spina bifida,
        muscular dystrophy, cystic fibrosis, sickle cell, thalassaemia, haemophilia, hemophilia, down's
        syndrome, downs syndrome, hydrocephalus, lupus, sjogren's, raynaud's, ehlers danlos, osteoporosis,
        osteoarthritis, rheumatoid arthritis, arthritis, sciatica, scoliosis, spondylitis, gout, macular
        degeneration, glaucoma, retinitis pigmentosa, diabetic retinopathy, cataracts, cataract, tinnitus,
        meniere's, vertigo, copd, emphysema, pulmonary fibrosis, angina, atrial fibrillation, heart failure,
        heart attack, heart condition, heart murmur, cardiac arrest, deep vein thrombosis, dvt, pulmonary
        embolism, brain haemorrhage, brain tumour, brain tumor, brain injury, brain damage, aneurysm, hepatitis,
        cirrhosis, kidney failure, kidney disease, kidney stones, gallstones, pancreatitis, hiv, aids,
        tuberculosis, lyme disease, long covid, chronic fatigue, chronic fatigue syndrome, chronic pain, myalgic
        encephalomyelitis, underactive thyroid, overactive thyroid, hypothyroidism, thyroid condition,
        addison's, cushing's, graves' disease, type one diabetes, type two diabetes, type 1 diabetes, type 2
        diabetes, gestational diabetes, diabetes, psoriasis, eczema, vitiligo, alopecia, hidradenitis,
        lymphoedema, cellulitis, sepsis, meningitis, encephalitis, pleurisy, pneumonia, bronchiectasis,
        sarcoidosis, neuropathy, bell's palsy, paralysis, narcolepsy, sleep apnoea, sleep apnea, insomnia,
        agoraphobia, asthma, prostate cancer, breast cancer, bowel cancer, lung cancer, skin cancer, ovarian
        cancer, cervical cancer, throat cancer, bladder cancer, pancreatic cancer, terminal cancer, nervous
        breakdown, panic attacks, panic disorder, suicide attempt, overdose, alopecia, hip dysplasia, perthes,
        coeliac, prolapse, incontinence, overactive bladder, premature menopause, perimenopause, early
        menopause, erectile dysfunction, high blood pressure, high cholesterol, blood clot, blood clots, hearing
        loss, sight loss, visual impairment, hearing impairment, learning disability, learning difficulties,
        special needs, global developmental delay
        """,
    "condition": """
        cancer, stroke, mini stroke, tia, tumour, tumor, ms, autism, dyslexia, depression, anxiety, social
        anxiety, bipolar, migraine, migraines, epipen, allergy, nut allergy, peanut allergy, food allergies,
        allergies, hay fever, anaemia, anemia, hernia, ulcer, ulcers, shingles, covid, burnout, burn out,
        breakdown, addiction, alcohol problem, drinking problem, drink problem, drug problem, gambling problem,
        gambling addiction, disability, disabilities, hidden disability, impairment, seizure, seizures,
        tremor, tremors, bad back, bad knee, bad knees, bad hip, bad hips, dodgy knee, dodgy hip, dodgy back,
        dodgy heart, bad heart, bad chest, bad eyesight, poor eyesight, poor sight, failing eyesight, failing
        sight, tunnel vision, cloudy vision, double vision, poor hearing, memory problems, memory loss, mobility
        problems, mobility issues, back problems, back pain, heart problems, heart trouble, kidney problems,
        lung problems, thyroid problems, mental health problems, mental health issues, mental health, mental
        illness, stammer, stutter, speech impediment, one leg, one arm, one eye, one kidney, missing fingers,
        numb fingers, numbness, crps, carpal tunnel, repetitive strain, rsi, tennis elbow, frozen shoulder,
        slipped disc, slipped disk, trapped nerve, whiplash, broken hip, broken leg, broken arm, broken wrist,
        broken ankle, fractured hip, concussion, varicose veins, thyroid, diagnosis, prognosis, condition with
        my heart, blood pressure, blood sugar, blood sugars, cholesterol, hypertension, fertility problems,
        menopause, hot flushes, pregnancy, ectopic pregnancy, morning sickness, colour blindness, color
        blindness, night blindness, blindness, deafness, ataxia, dystonia, sleep problems, brain fog, fatigue,
        sensory issues, sensory processing disorder, flare up, flare ups, relapse
        """,
    "state": """
        allergic to nuts, allergic to peanuts, allergic to penicillin, allergic to latex, allergic to eggs,
        allergic to milk, allergic to dairy, allergic to wheat, allergic to bees, allergic to wasps, deaf, partially deaf, profoundly deaf, hard of hearing, deaf in one ear,
        deafblind, blind, registered blind, partially sighted, visually impaired, sight impaired, hearing
        impaired, blind in one eye, colour blind, color blind, colourblind, short sighted, disabled, registered
        disabled, physically disabled, paralysed, paralyzed, paraplegic, quadriplegic, tetraplegic, amputee, an
        amputee, wheelchair user, wheelchair bound, housebound, bedridden, bed bound, immobile, diabetic, type
        one diabetic, type two diabetic, type 1 diabetic, type 2 diabetic, prediabetic, pre-diabetic, epileptic,
        asthmatic, arthritic, anaemic, haemophiliac, coeliac, celiac, lactose intolerant, gluten intolerant,
        autistic, on the spectrum, on the autistic spectrum, neurodivergent, neurodiverse, dyslexic, dyspraxic,
        bipolar, schizophrenic, depressed, clinically depressed, suicidal, anorexic, bulimic, agoraphobic,
        alcoholic, recovering alcoholic, an addict, recovering addict, in recovery, in remission, terminally
        ill, seriously ill, critically ill, chronically ill, mentally ill, immunosuppressed, immunocompromised,
        hiv positive, clinically vulnerable, clinically extremely vulnerable, shielding, pregnant, months
        pregnant, weeks pregnant, expecting twins, expecting a baby, expecting our first, expecting my first,
        infertile, menopausal, perimenopausal, incontinent, obese, morbidly obese, sectioned, in a coma, on life
        support, on oxygen, on the transplant list, brain damaged, non verbal, nonverbal, learning disabled,
        unsteady on my feet, unsteady on her feet, unsteady on his feet, registered partially sighted, going
        deaf, going blind, losing my sight, losing his sight, losing her sight, losing my hearing, losing her
        hearing, losing his hearing, off sick, signed off sick, long term sick, signed off with stress,
        palliative
        """,
    "aid": """
        antidepressants, anti-depressants, anti depressants, insulin, an insulin pump, insulin pump, insulin pumps, insulin
        pen, insulin pens, metformin, ramipril, amlodipine, bisoprolol, atorvastatin, simvastatin, omeprazole,
        lansoprazole, furosemide, prednisolone, naproxen, clopidogrel, apixaban, allopurinol, propranolol,
        trazodone, clozapine, aripiprazole, statins, statin, warfarin, blood thinners, beta blockers,
        beta-blockers, steroids, methotrexate, sertraline, citalopram, escitalopram, fluoxetine, prozac,
        venlafaxine, mirtazapine, amitriptyline, duloxetine, lithium, quetiapine, olanzapine, risperidone,
        diazepam, valium, xanax, lorazepam, zopiclone, ritalin, concerta, elvanse, methylphenidate, gabapentin,
        pregabalin, tramadol, morphine, codeine, oxycodone, fentanyl, methadone, buprenorphine, levothyroxine,
        thyroxine, tamoxifen, herceptin, hrt, testosterone, oestrogen, hormone blockers, ventolin, salbutamol,
        inhaler, inhalers, nebuliser, epipen, levodopa, madopar, sinemet, donepezil, aricept, memantine, epilim,
        lamotrigine, keppra, carbamazepine, ozempic, wegovy, mounjaro, humira, anticoagulants, blood pressure
        tablets, heart tablets, heart pills, water tablets, sleeping tablets, sleeping pills, painkillers,
        strong painkillers, antipsychotics, immunosuppressants, truvada, prep medication, hearing aid, hearing
        aids, cochlear implant, wheelchair, electric wheelchair, power chair, powerchair, mobility scooter,
        walking frame, zimmer frame, zimmer, rollator, walking stick, white cane, white stick, guide dog,
        assistance dog, crutches, prosthetic leg, prosthetic arm, prosthesis, artificial leg, leg brace, back
        brace, oxygen tank, cpap, cpap machine, catheter, feeding tube, glucose monitor, blood glucose monitor,
        blood sugar monitor, libre sensor, screen reader, stairlift, stair lift, hospital bed, blue badge,
        disabled badge, disabled parking badge, personal independence payment, pip, disability living allowance,
        disability allowance, attendance allowance, incapacity benefit, disability benefit, disability benefits,
        counselling, rehab, cognitive behavioural therapy, cbt, talking therapy, lithium tablets, chemo tablets
        """,
    "mishap": "fall, operation, op, accident, surgery, car accident, bike accident",
    "event": """
        heart operation, knee operation, hip operation, back operation, hip replacement, knee replacement, new
        hip, new knee, new hips, hip done, knee done, cataracts done, bypass, transplant, kidney transplant,
        liver transplant, heart transplant, bone marrow transplant, heart surgery, open heart surgery, brain
        surgery, back surgery, knee surgery, hip surgery, spinal surgery, bariatric surgery, gastric band,
        gastric bypass, c section, caesarean, cesarean, amputation, leg amputated, biopsy, colonoscopy,
        fertility treatment, rounds of ivf, cancer treatment, hormone treatment, electric shock therapy, blood
        transfusion, kidney removed, breast removed, abortion, termination, lost the baby, lost a baby, lost a
        child, accident at work, spinal injury, head injury, back injury, knee injury, hip fracture, broken hip,
        nasty fall, bad fall
        """,
}
