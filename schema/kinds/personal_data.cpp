#include "schema/kinds/personal_data.h"

#include <array>

namespace kinds {

namespace {

using enum AtErasure;

constexpr std::array<PersonalTable, 61> tables{{
    {"session_area", rows_go, "session_id", "session"},
    {"acne_region", rows_go, "acne_status_id", "acne_status"},
    {"scar_count", rows_go, "scar_observation_id", "scar_observation"},
    {"pigmentation_region", rows_go, "pigmentation_observation_id", "pigmentation_observation"},
    {"session_finding", rows_go, "patient_id", "", "rule because override text source signed_by "},
    {"sign_off",
     rows_go,
     "patient_id",
     "",
     "on rule because text source reason asked_by asked_at answered_by answered_at answer "},
    {"consent",
     rows_go,
     "patient_id",
     "",
     "at form edition form_text guardian witness device signature until sha256 withdrawn_at "
     "withdrawn_by "},
    {"agreement_photo", rows_go, "photo_id", "photo"},
    {"photo", rows_go, "patient_id", "", "taken_at device light sha256 figures pose "},
    {"adverse_event", rows_go, "patient_id", "", "onset resolved note "},
    {"application", rows_go, "patient_id", "", "at product lot note "},
    {"session",
     rows_go,
     "patient_id",
     "",
     "at operator model lot lot_expiry anaesthetic note serial clearance glide_product "
     "qualification consent "},
    {"course", rows_go, "patient_id", "", "every on ended goal "},
    {"other_treatment", rows_go, "patient_id", "", "name from until note "},
    {"condition", rows_go, "patient_id", "", "from until note substance "},
    {"appointment", rows_go, "patient_id", "", "at note "},
    {"contact_attempt", rows_go, "patient_id", "", "at note "},
    {"patient_entry", rows_go, "patient_id", "", "at dlqi note answered_by answered_at "},
    {"acne_status", rows_go, "patient_id", "", "on note rater "},
    {"scar_observation",
     rows_go,
     "patient_id",
     "",
     "on note goodman_baron scar_s vancouver rater "},
    {"pigmentation_observation", rows_go, "patient_id", "", "on pahpi note device rater "},
    {"reading", rows_go, "patient_id", "", "on device note rater "},
    {"questionnaire", rows_go, "patient_id", "", "on answers note "},
    {"score_label", rows_go, "score_id", "score", "key value "},
    {"score", rows_go, "patient_id", "", "rater device places "},
    {"agreement_rating", rows_go, "patient_id", "", "rater at "},
    {"secret_link_code", rows_go, "link_id", "patient_link", "hash "},
    {"secret_link_browser", rows_go, "link_id", "patient_link", "hash "},
    {"patient_link", rows_go, "patient_id", "", "key expires "},
    {"tag", rows_go, "patient_id", "", "key value "},
    {"aggregate_series", rows_go, "patient_id", "", "verdict until "},
    {"aggregate_treatment", rows_go, "patient_id", "", "began concern devices until "},
    {"aggregate_due",
     rows_go,
     "patient_id",
     "",
     "first_session last_session next_on last_visit lost_from until "},
    {"patient",
     rows_go,
     "id",
     "",
     "chart name name_ar born telephone email address note status_on guardian "},
    // Who wrote, when and what kind of act stay, and the hashes of the chain.
    {"ledger",
     blanked,
     "patient_id",
     "",
     "at actor action reason submission_key request_hash answer changes_hash previous hash "
     "changes "},
    {"clinic", stays, "", "", "name time_zone telephone ", "the clinic itself"},
    {"instrument",
     stays,
     "",
     "",
     "code name unit noise_source responder_text responder_source source noise_formula ",
     "scales"},
    {"agreement",
     stays,
     "",
     "",
     "on adopted reason summary ",
     "a study as a whole: its result, once it is adopted, rests on no single rating"},
    {"stock", stays, "", "", "product lot expiry received_on note ", "what the clinic received"},
    {"protocol",
     stays,
     "",
     "",
     "name model anaesthetic glide_product products note ",
     "settings under a name"},
    {"protocol_area", stays, "", "", "", "their areas"},
    {"consent_form",
     stays,
     "",
     "",
     "name edition text_en text_ar ",
     "texts that patients are asked to agree to"},
    {"depth_limit", stays, "", "", "source ", "the clinic's limits"},
    {"care_advice", stays, "", "", "source ", "the clinic's advice"},
    {"account",
     stays,
     "",
     "",
     "name display_name language ",
     "who works in the clinic: no patient; the ledger names them as who did what"},
    {"sign_in_device", stays, "", "", "label ", "the browsers of the clinic"},
    {"clinic_key",
     stays,
     "",
     "",
     "fingerprint public_key made_at vouched retired_at ",
     "the clinic's public keys, which sign the ledger"},
    {"ledger_signature", stays, "", "", "signature ", "the signature of the last entry"},
    {"secret_password", stays, "", "", "hash ", "how a password of the clinic's people is known"},
    {"secret_totp", stays, "", "", "secret ", "the same of codes that change with the time"},
    {"secret_recovery_code", stays, "", "", "hash ", "the same of codes for when those are lost"},
    {"secret_reset_code", stays, "", "", "hash ", "the same of codes for a new password"},
    {"secret_turn", stays, "", "", "hash ", "who is signed in on which browser"},
    {"secret_pin", stays, "", "", "hash ", "who may come back there by PIN"},
    {"secret_program_token", stays, "", "", "name hash rights ", "which programs may do what"},
    {"secret_delay", stays, "", "", "of ", "how long who guessed must wait, by address too"},
    {"secret_draft_key", stays, "", "", "key ", "how drafts beside the book are kept from others"},
    {"secret_access_head", stays, "", "", "hash ", "how far the log of who read what had come"},
    {"aggregate_state", stays, "", "", "", "how far the results of the clinic are computed"},
    {"id_floor", stays, "", "", "table_name ", "numbers that are not given again"},
    {"unfinished_erasure", stays, "", "", "", "that bytes are still to be removed"},
}};

constexpr std::string_view made_anew = "the whole book is written into it anew";
constexpr std::string_view nothing = "nothing: it tells of no patient";
constexpr std::string_view gone_when_made = "nothing: it is there only while it is made";
constexpr std::string_view listed = "listed with what to do: it is not changed";

constexpr std::array<PersonalFile, 24> files{{
    {"", "the book", made_anew},
    {"-wal", "what was written last", "emptied"},
    {"-shm", "where in the log pages stand", nothing},
    {"-journal", "pages of a copy that is being made", gone_when_made},
    {".head", "number and hash of the last ledger entry", nothing},
    {".lock", "who writes: the action and the process", nothing},
    {".access",
     "who read what: people of the clinic, patients by chart and number",
     "nothing: it names nobody but them, and says who read the record"},
    {".drafts", "what was typed in pages and is not recorded", "the patient's are removed"},
    {".photos", "photographs, one file each", "those that no record names any more are removed"},
    {".previews", "smaller pictures of them for the screen", "the same"},
    {".search", "the index of `find`: words of names, notes, products", "removed, and made anew"},
    {".before", "the book before an upgrade", listed},
    {".replaced", "the book that a restore replaced", listed},
    {".restoring", "a copy that is being restored", listed},
    {".unfinished", "a copy or file that is being made", listed},
    {".backup", "what is known of its backups: when, where, with which entry they end", nothing},
    {".policy", "where backups go and how many stay", nothing},
    {".backups", "backups of the book, where no other folder is named", listed},
    {".timestamps", "when an authority saw which entry of the ledger: its hash", nothing},
    {".staged", "a copy that becomes a backup", gone_when_made},
    {".proving", "a backup that is restored to be checked", gone_when_made},
    {".copying", "that an unfinished copy is being made", nothing},
    {".new", "a book that is being made", gone_when_made},
    {".check", "the ledger played by `check`", "nothing: it has no name once it is open"},
}};

}  // namespace

std::span<const PersonalTable> personal_tables() {
    return tables;
}

std::span<const PersonalFile> personal_files() {
    return files;
}

}  // namespace kinds
