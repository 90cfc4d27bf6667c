// Studies of how far raters differ.

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/pages/agreement_page.h"
#include "app/cli/pages/instrument_page.h"
#include "app/cli/terminal/text_table.h"
#include "app/json/agreement_json.h"
#include "app/tracking/agreement.h"
#include "app/tracking/photos/rating.h"
#include "db/records/instruments.h"
#include "db/records/records.h"

namespace cli {

namespace {

using schema::Agreement;
using schema::AgreementRating;

Agreement study_given(const Invocation& call, const db::Book& book) {
    const auto id = read_option<schema::Id<Agreement>>(call, "ID");
    auto study = db::find_agreement(book, id);
    if (!study) {
        throw schema::missing(fmt::format("agreement {}", id.value),
                              "there is none with this id",
                              "`needlebook agreement list` shows the ids");
    }
    return std::move(*study);
}

schema::Instrument instrument_of(const db::Book& book, const Agreement& study) {
    return db::instrument_among(db::all_instruments(book), study.instrument);
}

void start_study_of_photos(Invocation& call, db::Book& book, const Agreement& study) {
    if (call.arguments.has("medium") && study.medium != schema::Medium::photo) {
        throw schema::refused("--medium",
                              "is not photo, and --view chooses photographs",
                              "leave --view or --medium out");
    }
    tracking::Drawing drawing{.view = read_option<schema::PhotoView>(call, "view")};
    if (call.arguments.has("region")) {
        drawing.region = read_option<schema::Region>(call, "region");
    }
    call.io.out << tracking::start_photo_study(
                       book, call.submission(), study, drawing, call.today(book))
                       .answer
                << '\n';
}

void start_study(Invocation& call) {
    auto book = call.open_to_write();
    Agreement study;
    study.instrument = instrument_option(call, book).id;
    study.patients = read_option<int>(call, "patients");
    if (call.arguments.has("medium")) {
        study.medium = read_option<schema::Medium>(call, "medium");
    }
    study.on = call.arguments.has("on") ? day_option(call, book, "on") : call.today(book);
    if (call.arguments.has("view")) {
        start_study_of_photos(call, book, study);
        return;
    }
    if (call.arguments.has("region")) {
        throw schema::refused("--region", "is of photographs", "give --view too, or leave it out");
    }
    call.io.out << tracking::start_agreement(book, call.submission(), study).answer << '\n';
}

void rate(Invocation& call) {
    auto book = call.open_to_write();
    const auto study = study_given(call, book);
    AgreementRating rating;
    rating.agreement = study.id;
    rating.patient = call.patient(book).id;
    rating.rater = call.arguments.need("rater");
    rating.value = value_given(call, instrument_of(book, study));
    rating.at = call.arguments.has("at") ? moment_option(call, book, "at")
                                         : schema::CivilTime(call.today(book));
    call.io.out << tracking::rate_agreement(book, call.submission(), rating).answer << '\n';
}

void unrate(Invocation& call) {
    auto book = call.open_to_write();
    const auto id = read_option<schema::Id<AgreementRating>>(call, "RATING");
    call.io.out << tracking::unrate_agreement(book, call.submission(), id).answer << '\n';
}

void show_study(Invocation& call) {
    const auto book = call.open_to_read();
    const auto view = progress::load_study(book, study_given(call, book));
    call.io.out << (call.json() ? exchange::json_text(exchange::agreement_json(view)) + "\n"
                                : agreement_page(view, call.io.width));
}

void list_studies(Invocation& call) {
    const auto book = call.open_to_read();
    const auto studies = db::all_agreements(book);
    const auto instruments = db::all_instruments(book);
    call.io.out << (call.json()
                        ? exchange::json_text(exchange::agreements_json(studies, instruments)) +
                              "\n"
                        : agreement_list(studies, instruments, call.io.table_width()));
}

void list_ratings(Invocation& call) {
    const auto book = call.open_to_read();
    const auto study = study_given(call, book);
    const auto ratings = db::all_ratings_of(book, study.id);
    std::vector<std::string> charts;
    for (const auto& each : ratings) {
        charts.push_back(db::find(book, each.patient)->chart);
    }
    if (call.json()) {
        call.io.out << exchange::json_text(exchange::agreement_ratings_json(ratings, charts))
                    << '\n';
        return;
    }
    const auto scale = instrument_of(book, study);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < ratings.size(); ++i) {
        if (!ratings[i].voided) {
            rows.push_back({std::to_string(ratings[i].id.value),
                            charts[i],
                            ratings[i].rater,
                            value_text(scale, ratings[i].value),
                            ratings[i].at.text()});
        }
    }
    call.io.out << (rows.empty() ? fmt::format("No ratings of study {} yet.\n", study.id.value)
                                 : text_table({"id", "patient", "rater", "value", "at"},
                                              rows,
                                              call.io.table_width()));
}

void adopt_study(Invocation& call) {
    auto book = call.open_to_write();
    const auto id = read_option<schema::Id<Agreement>>(call, "ID");
    tracking::adopt_agreement(book, call.submission(), id, call.today(book));
    const auto view = progress::load_study(book, *db::find_agreement(book, id));
    call.io.out << id.value << '\n';
    call.io.err << view.study.summary.value_or("") << '\n';
}

void void_study(Invocation& call) {
    auto book = call.open_to_write();
    const auto id = read_option<schema::Id<Agreement>>(call, "ID");
    call.io.out << tracking::void_agreement(book, call.submission(), id).answer << '\n';
}

void restore_study(Invocation& call) {
    auto book = call.open_to_write();
    const auto id = read_option<schema::Id<Agreement>>(call, "ID");
    call.io.out << tracking::restore_agreement(book, call.submission(), id).answer << '\n';
}

Argument study_argument() {
    return {"ID", "the study's id, as `needlebook agreement list` shows it"};
}

std::vector<Command> writing_commands() {
    const auto id = study_argument();
    return {
        {.noun = "agreement",
         .verb = "start",
         .summary = "Begin a study of how far raters differ on a scale.",
         .example = "needlebook agreement start --instrument iga --patients 12 --on "
                    "2026-01-05",
         .output = "1",
         .notes = "At least 10 patients have to be rated twice before the study can judge changes. "
                  "Nobody is\n"
                  "treated between two ratings; raters do not see each other's values.\n",
         .options =
             {{"instrument", "CODE", "the scale, as `needlebook instrument list` shows it", true},
              {"patients", "N", "how many patients are planned, 2 to 999", true},
              {"medium",
               "WORD",
               "what is rated: the patient (live, without this option) or photographs "
               "(photo)"},
              {"view",
               "WORD",
               "draws a photograph of this view of each planned patient, to be rated without names "
               "and dates on the page /rating: " +
                   schema::word_list<schema::PhotoView>()},
              {"region", "WORD", "with --view: of photographs that show this region alone"},
              {"on", "DATE", "the day it begins; without it today"}},
         .book = Book::write,
         .run = &start_study},
        {.noun = "agreement",
         .verb = "rate",
         .summary = "Enter one rating of one patient within a study.",
         .example = "needlebook agreement rate 1 C-001 --rater \"Dr Saleh\" --value 3 --at "
                    "2026-01-05T10:30",
         .output = "1",
         .notes = "The first rating of each rater counts between raters. Rating a patient again "
                  "says how far\n"
                  "the same rater differs. The rating is no score of the patient.\n",
         .arguments = {id, {"CHART", "the patient's chart number"}},
         .options = {{"rater", "NAME", "who rated, always spelled the same", true},
                     {"value",
                      "N",
                      "the value, in the unit of the instrument, or its name where each value has "
                      "one: much_improved",
                      true},
                     {.name = "at",
                      .value = "TIME",
                      .meaning =
                          "when, without it today: " + schema::Text<schema::CivilTime>::form(),
                      .also = "on"}},
         .book = Book::write,
         .run = &rate},
        {.noun = "agreement",
         .verb = "unrate",
         .summary = "Take a rating back that was entered in error; the ledger keeps both.",
         .example = "needlebook agreement unrate 1 --reason \"wrong patient\"",
         .output = "1",
         .notes = "A study that was adopted keeps the numbers it was adopted with, until it is "
                  "adopted again.\n",
         .arguments = {{"RATING",
                        "the rating's id, as `needlebook agreement ratings ID` shows it"}},
         .book = Book::write,
         .needs_reason = true,
         .run = &unrate},
        {.noun = "agreement",
         .verb = "adopt",
         .summary = "Judge changes by a study of your own, in place of the scale's noise.",
         .example = "needlebook agreement adopt 1 --reason \"our two raters, a week apart\"",
         .output = "1",
         .notes = "Needs a reason, and at least 10 patients rated twice. A study adopted before "
                  "for the same\n"
                  "scale and medium gives way. Every verdict is computed anew.\n",
         .arguments = {id},
         .book = Book::write,
         .run = &adopt_study},
        {.noun = "agreement",
         .verb = "void",
         .summary = "Mark a study as entered in error; it judges no change any more.",
         .example = "needlebook agreement void 1 --reason \"the raters had talked\"",
         .output = "1",
         .arguments = {id},
         .book = Book::write,
         .needs_reason = true,
         .run = &void_study},
        {.noun = "agreement",
         .verb = "restore",
         .summary = "Let a voided study count again.",
         .example = "needlebook agreement restore 1 --reason \"voided by mistake\"",
         .output = "1",
         .notes = "Where another study was adopted for its scale meanwhile, it comes back as one "
                  "that is not adopted.\n",
         .arguments = {id},
         .book = Book::write,
         .needs_reason = true,
         .run = &restore_study},
    };
}

std::vector<Command> reading_commands() {
    const auto id = study_argument();
    return {
        {.noun = "agreement",
         .verb = "show",
         .summary = "Show what a study says, what it lacks, and what adopting it would change.",
         .example = "needlebook agreement show 1",
         .output = "Study 1 of Investigator's Global Assessment (iga), live, from "
                   "2026-01-05\n  adopted         no\n  rated           7 of 12 patients twice, 12 "
                   "planned\n  …",
         .arguments = {id},
         .json = true,
         .run = &show_study},
        {.noun = "agreement",
         .verb = "list",
         .summary = "List the studies, and which of them judge changes.",
         .example = "needlebook agreement list",
         .output = "id  instrument  medium  from        planned  adopted\n1   iga         live    "
                   "2026-01-05  12       no",
         .json = true,
         .run = &list_studies},
        {.noun = "agreement",
         .verb = "ratings",
         .summary = "List the ratings of a study.",
         .example = "needlebook agreement ratings 1",
         .output = "id  patient  rater     value  at\n1   C-001    Dr Saleh  3      "
                   "2026-01-05T10:30",
         .notes = "For whoever runs the study: raters should not see each other's values.\n",
         .arguments = {id},
         .json = true,
         .run = &list_ratings},
    };
}

}  // namespace

std::vector<Command> agreement_commands() {
    auto all = writing_commands();
    for (auto& command : reading_commands()) {
        all.push_back(std::move(command));
    }
    return all;
}

}  // namespace cli
