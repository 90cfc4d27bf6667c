-- The words of enumerations, each in one place. A column that takes one refers to its table, so that a new word is one
-- INSERT in a later migration. They are of the schema as the tables are: no table named word_* is in the ledger, and
-- what one holds is compared with what the migrations put there.

CREATE TABLE word_isotretinoin_rule (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_isotretinoin_rule VALUES ('label'), ('consensus');

CREATE TABLE word_questionnaire_score (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_questionnaire_score VALUES ('items'), ('recorded_total');

CREATE TABLE word_sex (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_sex VALUES ('female'), ('male'), ('other');

CREATE TABLE word_fitzpatrick (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_fitzpatrick VALUES ('I'), ('II'), ('III'), ('IV'), ('V'), ('VI');

CREATE TABLE word_patient_status (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_patient_status VALUES ('active'), ('left'), ('died');

CREATE TABLE word_condition_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_condition_kind VALUES ('keloid_tendency'), ('herpes_history'), ('herpes_active'),
    ('active_infection'), ('open_wound'), ('suspicious_lesion'), ('wart_or_keratosis'), ('rosacea'),
    ('bleeding_disorder'), ('anticoagulant'), ('connective_tissue_disease'), ('pregnancy'), ('breastfeeding'),
    ('metal_allergy'), ('anaesthetic_allergy'), ('anaesthetic_risk'), ('immunosuppression'),
    ('uncontrolled_diabetes'), ('isotretinoin'), ('topical_retinoid'), ('sunburn'), ('tattoo'),
    ('electronic_implant'), ('metal_implant'), ('vitiligo'), ('psoriasis'), ('lichen_planus'), ('eczema'),
    ('reduced_sensation'), ('radiotherapy'), ('blood_borne_infection'), ('body_dysmorphic_concern'), ('other');

CREATE TABLE word_treatment_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_treatment_kind VALUES ('peel'), ('laser'), ('dermabrasion'), ('light'), ('injection'), ('filler'),
    ('botulinum'), ('oral_medicine'), ('topical_medicine'), ('other');

CREATE TABLE word_concern (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_concern VALUES ('active_acne'), ('acne_scars'), ('pigmentation'), ('pores'), ('barrier'),
    ('quality_of_life'), ('other');

CREATE TABLE word_side (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_side VALUES ('left'), ('right');

CREATE TABLE word_device (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_device VALUES ('roller'), ('stamp'), ('pen'), ('rf_insulated'), ('rf_noninsulated'), ('home');

CREATE TABLE word_endpoint (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_endpoint VALUES ('none'), ('erythema'), ('pinpoint_bleeding'), ('uniform_bleeding');

CREATE TABLE word_active (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_active VALUES ('niacinamide'), ('hyaluronic_acid'), ('peptides'), ('growth_factors'),
    ('platelet_rich_plasma'), ('vitamin_c'), ('retinoid'), ('azelaic_acid'), ('tranexamic_acid'), ('glycolic_acid'),
    ('salicylic_acid'), ('benzoyl_peroxide'), ('hydroquinone'), ('ceramides'), ('panthenol'), ('petrolatum'),
    ('moisturiser'), ('sunscreen'), ('cleanser'), ('other');

CREATE TABLE word_event_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_event_kind VALUES ('erythema'), ('oedema'), ('pain'), ('bleeding'), ('bruising'), ('dryness'),
    ('itch'), ('crust'), ('lymphadenopathy'), ('contact_dermatitis'), ('pih'), ('tram_track_scarring'),
    ('granuloma'), ('herpes_reactivation'), ('infection'), ('acne_flare'), ('milia'), ('burn'), ('fat_loss'),
    ('nerve_injury'), ('scar'), ('spreading_redness'), ('other');

CREATE TABLE word_level (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_level VALUES ('stop'), ('sign_off'), ('caution'), ('not_judged');

CREATE TABLE word_rest (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_rest VALUES ('clear');

CREATE TABLE word_scar_type (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_scar_type VALUES ('macular'), ('dish_mild'), ('dish_moderate'), ('punched_shallow'),
    ('broad_shallow'), ('punched_deep_normal'), ('punched_deep_abnormal'), ('linear'), ('broad_deep'), ('papular'),
    ('keloidal_cm2'), ('ecca_v'), ('ecca_u'), ('ecca_m'), ('ecca_elastolysis'), ('ecca_hypertrophic_recent'),
    ('ecca_hypertrophic_old');

CREATE TABLE word_other_scars (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_other_scars VALUES ('none');

CREATE TABLE word_pigmentation_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_pigmentation_kind VALUES ('pih'), ('pie'), ('melasma');

CREATE TABLE word_marks (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_marks VALUES ('none');

CREATE TABLE word_masi_region (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_masi_region VALUES ('forehead'), ('right_cheek'), ('left_cheek'), ('chin');

CREATE TABLE word_measure (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_measure VALUES ('sebum'), ('tewl'), ('hydration'), ('pores'), ('melanin_index'),
    ('erythema_index');

CREATE TABLE word_form (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_form VALUES ('dlqi'), ('cadi');

CREATE TABLE word_better (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_better VALUES ('lower'), ('higher'), ('neither');

CREATE TABLE word_noise_rule (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_noise_rule VALUES ('points'), ('count');

CREATE TABLE word_noise_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_noise_kind VALUES ('published'), ('derived'), ('ours');

CREATE TABLE word_medium (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_medium VALUES ('live'), ('photo');

CREATE TABLE word_care_subject (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_care_subject VALUES ('niacinamide'), ('hyaluronic_acid'), ('peptides'), ('growth_factors'),
    ('platelet_rich_plasma'), ('vitamin_c'), ('retinoid'), ('azelaic_acid'), ('tranexamic_acid'), ('glycolic_acid'),
    ('salicylic_acid'), ('benzoyl_peroxide'), ('hydroquinone'), ('ceramides'), ('panthenol'), ('petrolatum'),
    ('moisturiser'), ('sunscreen'), ('cleanser'), ('other'), ('make_up'), ('exercise'), ('sauna_and_pool'),
    ('alcohol_based_product'), ('perfume'), ('scrub'), ('peel_or_laser'), ('sun');

CREATE TABLE word_stance (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_stance VALUES ('advised'), ('avoid'), ('no_evidence');

-- What a safety rule can rest on.
CREATE TABLE word_record_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO word_record_kind VALUES ('patient'), ('condition'), ('course'), ('session'), ('application'), ('acne'),
    ('scars'), ('pigmentation'), ('reading'), ('questionnaire'), ('event'), ('treatment'), ('finding');

-- Scores, which are many, hold these as numbers. 0 is the patient as a whole, or the mean over regions. Numbers never
-- change; the first ones follow the alphabet, as the words did in keys before.
CREATE TABLE word_region (id INTEGER PRIMARY KEY, word TEXT UNIQUE) STRICT;
INSERT INTO word_region VALUES (0, NULL), (1, 'chest'), (2, 'chin'), (3, 'forehead'), (4, 'jawline'), (5, 'left_cheek'),
    (6, 'neck'), (7, 'nose'), (8, 'other'), (9, 'perioral'), (10, 'periorbital'), (11, 'right_cheek'),
    (12, 'shoulders'), (13, 'upper_back');

CREATE TABLE word_score_origin (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO word_score_origin VALUES (1, 'acne_status'), (2, 'scar_observation'), (3, 'pigmentation_observation'),
    (4, 'reading'), (5, 'reading_mean'), (6, 'questionnaire');
