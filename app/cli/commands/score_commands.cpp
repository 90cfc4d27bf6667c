#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/record_words.h"
#include "app/cli/commands/value_given.h"
#include "app/cli/invocation.h"
#include "app/cli/lists/table_list.h"
#include "app/cli/pages/instrument_page.h"
#include "app/json/record_json.h"
#include "app/tracking/move.h"
#include "app/tracking/restore.h"
#include "app/tracking/score.h"
#include "db/records/instruments.h"
#include "db/records/scores.h"
#include "schema/records/entered_score.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using schema::Score;

const schema::Instrument& instrument_of(const std::vector<schema::Instrument>& all,
                                        const Score& score) {
    return *std::find_if(
        all.begin(), all.end(), [&](const auto& each) { return each.id == score.instrument; });
}

schema::Id<Score> score_given(const Invocation& call) {
    return read_option<schema::Id<Score>>(call, "ID");
}

// The labels, with those that are given in the place of others of their keys.
schema::Labels labels_given(const Invocation& call, schema::Labels labels) {
    std::set<std::string> given;
    for (const auto& text : call.arguments.all("label")) {
        auto label = schema::read_label(text);
        if (!label || !given.insert(label->first).second) {
            throw schema::refused("--label",
                                  label ? fmt::format("{} is given twice", label->first)
                                        : fmt::format("\"{}\" is not KEY=VALUE", text),
                                  "write each once: --label treated=yes");
        }
        labels[label->first] = std::move(label->second);
    }
    return labels;
}

void record_score(Invocation& call) {
    auto book = call.open_to_write();
    const auto instrument = instrument_option(call, book);
    Score score;
    score.patient = call.patient(book).id;
    score.instrument = instrument.id;
    score.at = moment_option(call, book, "at");
    score.value = value_given(call, instrument);
    if (call.arguments.has("region")) {
        score.region = read_option<schema::Region>(call, "region");
    }
    score.rater = call.arguments.one("rater");
    score.labels = labels_given(call, {});
    call.io.out << tracking::record_score(book, call.submission(), score).answer << '\n';
}

schema::EnteredScore as_entered(const Score& score) {
    return {.at = score.at, .value = score.value, .region = score.region, .rater = score.rater};
}

std::vector<OtherChange> changes_of_labels(const Score& before, const Score& after) {
    if (before.labels == after.labels) {
        return {};
    }
    return {{"labels", schema::labels_text(before.labels), schema::labels_text(after.labels)}};
}

void clear(const Invocation& call, Score& score) {
    for (const auto& field : call.arguments.all("clear")) {
        if (field == "rater" && !call.arguments.has("rater")) {
            score.rater.reset();
        } else if (field == "labels") {
            score.labels.clear();
        } else {
            throw schema::refused("--clear",
                                  field == "rater" ? "rater is named twice"
                                                   : "a score has no such field that may be empty",
                                  "the rater and the labels can be cleared: --clear rater");
        }
    }
}

void correct_score(Invocation& call) {
    auto book = call.open_to_write();
    auto score = db::find_score(book, score_given(call));
    if (!score) {
        throw schema::refused("score " + call.arguments.need("ID"),
                              "there is none with this id",
                              "`needlebook score list CHART` shows the ids");
    }
    const auto before = *score;
    if (call.arguments.has("at")) {
        score->at = moment_option(call, book, "at");
    }
    if (call.arguments.has("value")) {
        score->value = value_given(call, instrument_of(db::all_instruments(book), *score));
    }
    if (call.arguments.has("rater")) {
        score->rater = call.arguments.one("rater");
    }
    clear(call, *score);
    score->labels = labels_given(call, std::move(score->labels));
    tracking::correct_score(book, call.submission(), *score);
    print_correction(call,
                     {.id = before.id.value, .version = before.version},
                     as_entered(before),
                     as_entered(*score),
                     changes_of_labels(before, *score));
}

void void_score(Invocation& call) {
    auto book = call.open_to_write();
    call.io.out << tracking::void_score(book, call.submission(), score_given(call)).answer << '\n';
}

void restore_score(Invocation& call) {
    auto book = call.open_to_write();
    call.io.out << tracking::restore_score(book, call.submission(), score_given(call)).answer
                << '\n';
}

void move_score(Invocation& call) {
    auto book = call.open_to_write();
    const auto to = tracking::patient_with_chart(book, call.arguments.need("to"));
    call.io.out << tracking::move_score(book, call.submission(), score_given(call), to.id).answer
                << '\n';
}

void list_scores(Invocation& call) {
    const auto book = call.open_to_read(right_of_list(call));
    const auto patient = call.patient(book);
    const auto instruments = db::all_instruments(book);
    const auto scores = db::scores_of(book, patient.id);
    std::vector<std::vector<std::string>> rows;
    for (const auto& score : scores) {
        const auto& scale = instrument_of(instruments, score);
        rows.push_back({std::to_string(score.id.value),
                        scale.code,
                        score.region ? std::string(schema::word(*score.region)) : "",
                        score.at.text(),
                        value_text(scale, score.value),
                        scale.unit,
                        schema::labels_text(score.labels),
                        score.origin
                            ? fmt::format("{} {}", schema::word(*score.origin), *score.origin_id)
                            : std::string("entered")});
    }
    print_table_list(
        call,
        {.name = "scores",
         .headers = {"id", "instrument", "region", "at", "value", "unit", "labels", "from"},
         .rows = std::move(rows),
         .none = fmt::format("No scores of {} yet.\n", patient.chart),
         .json = [&] { return exchange::scores_json(scores, instruments, patient.chart); }});
}

}  // namespace

std::vector<Command> score_commands() {
    const Argument chart{"CHART", "the patient's chart number"};
    const Argument id{"ID", "the id, as `needlebook score list CHART` shows it"};
    const auto at = [](bool required) {
        return Option{.name = "at",
                      .value = "TIME",
                      .meaning = "when it was taken: " + schema::Text<schema::CivilTime>::form(),
                      .required = required,
                      .also = "on"};
    };
    const Option rater{"rater", "NAME", "who rated; without it, who records"};
    const Option label{.name = "label",
                       .value = "KEY=VALUE",
                       .meaning = "what was on at the time: treated=yes, arm=A",
                       .repeated = true};
    const auto value = [](bool required) {
        return Option{"value",
                      "N",
                      "the value, in the unit of the instrument, or its name where each value has "
                      "one: much_improved",
                      required};
    };
    return {
        {.noun = "score",
         .verb = "record",
         .summary = "Enter a score that was read off a paper chart.",
         .example = "needlebook score record C-001 --instrument gags --at 2026-01-05 --value 24",
         .output = "3",
         .arguments = {chart},
         .options =
             {{"instrument", "CODE", "the scale, as `needlebook instrument list` shows it", true},
              at(true),
              value(true),
              {"region", "WORD", "where: " + schema::word_list<schema::Region>()},
              rater,
              label},
         .book = Book::write,
         .run = &record_score},
        {.noun = "score",
         .verb = "list",
         .summary = "List a patient's scores, computed and entered.",
         .example = "needlebook score list C-001",
         .output = "id  instrument  at          value  unit     labels       from\n3   gags        "
                   "2026-01-05  24     {score}  treated=yes  entered",
         .arguments = {chart},
         .json = true,
         .list = true,
         .run = &list_scores},
        {.noun = "score",
         .verb = "correct",
         .summary = "Correct a score that was entered; the earlier value stays in the ledger.",
         .example = "needlebook score correct 3 --value 25 --reason \"misread\"",
         .output = "3\n  value  24 → 25",
         .arguments = {id},
         .options = {at(false),
                     value(false),
                     rater,
                     label,
                     {.name = "clear",
                      .value = "FIELD",
                      .meaning = "rater: not known who rated; labels: none",
                      .repeated = true}},
         .book = Book::write,
         .json = true,
         .needs_reason = true,
         .run = &correct_score},
        {.noun = "score",
         .verb = "void",
         .summary = "Mark a score that was entered as entered in error.",
         .example = "needlebook score void 3 --reason \"wrong patient\"",
         .output = "3",
         .arguments = {id},
         .book = Book::write,
         .needs_reason = true,
         .run = &void_score},
        {.noun = "score",
         .verb = "restore",
         .summary = "Let a voided score count again.",
         .example = "needlebook score restore 3 --reason \"voided by mistake\"",
         .output = "3",
         .arguments = {id},
         .book = Book::write,
         .needs_reason = true,
         .run = &restore_score},
        {.noun = "score",
         .verb = "move",
         .summary = "Give a directly entered score to the patient whose it is.",
         .example = "needlebook score move 3 --to C-002 --reason \"wrong patient\"",
         .output = "3",
         .arguments = {id},
         .options = {{"to", "CHART", "the chart number of the right patient", true}},
         .book = Book::write,
         .needs_reason = true,
         .run = &move_score},
    };
}

}  // namespace cli
