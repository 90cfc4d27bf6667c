#include "app/cli/commands/record_options.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/as_meant.h"
#include "app/cli/commands/session_gate.h"
#include "app/cli/invocation.h"
#include "app/cli/nearest.h"
#include "app/import/cell_synonyms.h"
#include "app/tracking/restore.h"
#include "db/records/records.h"
#include "schema/kinds/correction.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/text.h"
#include "schema/types/text_bounds.h"

namespace cli {

std::string option_name(std::string_view field) {
    std::string name(field);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

namespace {

using kinds::Field;
using kinds::Kind;
using kinds::Type;

std::string value_name(Type type) {
    switch (type) {
        case Type::text:
            return "TEXT";
        case Type::day:
        case Type::partial_day:
            return "DATE";
        case Type::moment:
            return "TIME";
        case Type::interval:
            return "4w";
        case Type::answers:
        case Type::items:
            return "ITEMS";
        case Type::yes_no:
            return "yes|no";
        case Type::whole:
        case Type::number:
            return "N";
        case Type::choice:
            return "WORD";
        case Type::record:
            return "RECORD";
        case Type::id:
            return "ID";
    }
    return "";
}

// Its words, or how a value that is made of items is written.
std::string meaning_of(const Field& field) {
    if (field.type == Type::choice) {
        return fmt::format("{}: {}", field.meaning, fmt::join(field.words, ", "));
    }
    const bool has_items = field.type == Type::items || field.type == Type::answers;
    return std::string(field.meaning) + (has_items ? ": " + kinds::form(field) : "");
}

std::string upper(std::string_view name) {
    std::string text(name);
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) {
        return static_cast<char>(std::toupper(c));
    });
    return text;
}

// What may name or describe a person.
bool is_private(const Field& field) {
    return field.type == Type::text &&
           (field.facets.confidential || schema::text_kind(field.name) == schema::TextKind::note);
}

// One option per field and one for the parts; the record's time answers to --at and --on.
std::vector<Option> field_options(const Kind& kind, bool all_optional) {
    std::vector<Option> options;
    for (const auto& field : kind.fields) {
        const bool is_time = field.type == Type::moment;
        options.push_back({.name = option_name(field.name),
                           .value = value_name(field.type),
                           .meaning = meaning_of(field),
                           .required = field.must_be_given() && !all_optional,
                           .also = is_time ? (field.name == "at" ? "on" : "at") : "",
                           .from_input = is_private(field),
                           .words = {field.words.begin(), field.words.end()}});
    }
    if (kind.parts) {
        options.push_back(
            {.name = std::string(kind.parts->option),
             .value = std::string(kind.parts->form),
             .meaning = fmt::format("{}; {}", kind.parts->meaning, kinds::part_remedy(*kind.parts)),
             .repeated = true});
    }
    return options;
}

}  // namespace

std::vector<Option> writing_options(const kinds::Kind& kind) {
    auto options = field_options(kind, false);
    if (kind.steps.gate) {
        options.push_back(override_option());
    }
    return options;
}

std::vector<Option> correcting_options(const kinds::Kind& kind) {
    auto options = field_options(kind, true);
    if (kind.parts) {
        const auto option = std::string(kind.parts->option);
        options.back().meaning += "; of one that is there only what is named changes";
        options.push_back({.name = "remove",
                           .value = option + "=" + upper(kind.parts->fields.front().name),
                           .meaning = fmt::format("takes a {} out of the record", option),
                           .repeated = true});
    }
    options.push_back({.name = "clear",
                       .value = "FIELD",
                       .meaning = "empties an optional field",
                       .repeated = true});
    if (kind.steps.gate) {
        options.push_back(override_option());
    }
    return options;
}

namespace {

// Calls `set` with the name, the text as it was meant and the option of each field and part that
// was given; a word that is none gets the nearest one put before what it says.
template <class Set>
void for_each_given(const Invocation& call,
                    const db::Book& book,
                    const Kind& kind,
                    std::vector<schema::Problem>& problems,
                    const Set& set) {
    const AsMeant as_meant([&] { return call.now(book); }, call.io.err);
    for (const auto& field : kind.fields) {
        const auto option = option_name(field.name);
        for (const auto& text : call.arguments.all(option)) {
            const auto before = problems.size();
            set(field.name, as_meant.field(field, text), "--" + option);
            const auto word = problems.size() > before && field.type == Type::choice
                                  ? nearest(text, exchange::choices_of(field))
                                  : std::nullopt;
            if (word) {
                problems.back().remedy = did_you_mean("", word) + problems.back().remedy;
            }
        }
    }
    if (kind.parts) {
        const auto option = option_name(kind.parts->option);
        for (const auto& text : call.arguments.all(option)) {
            set(kind.parts->option, as_meant.part(*kind.parts, text), "--" + option);
        }
    }
}

}  // namespace

void check_reference(const db::Book& book,
                     const kinds::ConstRecord& record,
                     const Field& field,
                     const std::string& where,
                     std::vector<schema::Problem>& problems) {
    const auto value = record.get(field);
    if (field.type != Type::id || value.is_absent()) {
        return;
    }
    const auto of_patients = kinds::of_patients();
    const auto kind = std::find_if(of_patients.begin(), of_patients.end(), [&](const Kind& each) {
        return each.noun == field.refers_to;
    });
    if (kind == of_patients.end() || is_patient(*kind)) {
        return;
    }
    const auto id = value.as<kinds::Reference>().id;
    const auto found = db::find(book, *kind, id);
    const auto patient = record.kept().patient;
    if (!found || (patient != 0 && kinds::ConstRecord(*found).kept().patient != patient)) {
        problems.push_back({where,
                            fmt::format("the patient has no {} {}", kind->noun, id),
                            "give the id of one that the patient has",
                            fmt::format("needlebook {} list CHART", kind->noun)});
    }
}

void set_given(const Invocation& call, const db::Book& book, const kinds::Record& record) {
    std::vector<schema::Problem> problems;
    for_each_given(call, book, record.kind(), problems, [&](auto name, auto text, auto option) {
        kinds::set_field(record, name, text, option, problems);
        if (const auto* field = record.kind().field(name)) {
            check_reference(book, record, *field, option, problems);
        }
    });
    schema::refuse_any(std::move(problems));
}

void correct_given(const Invocation& call, const db::Book& book, const kinds::Record& record) {
    std::vector<schema::Problem> problems;
    kinds::Correction correction(record, problems);
    for_each_given(call, book, record.kind(), problems, [&](auto name, auto text, auto option) {
        correction.set(name, text, option);
        if (const auto* field = record.kind().field(name)) {
            check_reference(book, record, *field, option, problems);
        }
    });
    const auto& given = call.arguments;
    for (const auto& text : given.all("remove")) {
        correction.remove(text, "--remove");
    }
    for (auto name : given.all("clear")) {
        std::replace(name.begin(), name.end(), '-', '_');
        correction.clear(name, "--clear");
    }
    schema::refuse_any(std::move(problems));
}

namespace {

std::string command_of_ids(const kinds::Kind& kind) {
    return fmt::format(
        "needlebook {} list{}", kind.noun, kind.owner == schema::Owner::patient ? " CHART" : "");
}

}  // namespace

bool is_patient(const kinds::Kind& kind) {
    return &kind == &kinds::of<schema::Patient>();
}

Argument which_one(const kinds::Kind& kind) {
    return is_patient(kind)
               ? Argument{"CHART", "the patient's chart number"}
               : Argument{"ID", fmt::format("the id, as `{}` shows it", command_of_ids(kind))};
}

Command show_command(const kinds::Kind& kind, std::function<void(Invocation&)> run) {
    const bool is_of_patient = kind.owner == schema::Owner::patient;
    return {.noun = std::string(kind.noun),
            .verb = "show",
            .summary = fmt::format("Show {}, voided or not.", kind.summary),
            .example = fmt::format("needlebook {} show 3", kind.noun),
            .output = fmt::format("{} 3{}\n  …", kind.noun, is_of_patient ? " of C-001" : ""),
            .arguments = {which_one(kind)},
            .json = true,
            .run = std::move(run)};
}

Command correct_command(const kinds::Kind& kind, std::function<void(Invocation&)> run) {
    return {.noun = std::string(kind.noun),
            .verb = "correct",
            .summary = "Correct what was recorded; the earlier values stay in the ledger.",
            .example = fmt::format("needlebook {} correct {} {} --reason \"misread\"",
                                   kind.noun,
                                   is_patient(kind) ? "C-001" : "3",
                                   kind.example.correction),
            .output = fmt::format("{}\n  FIELD  before → after", is_patient(kind) ? "1" : "3"),
            .notes = "What is not named stays as it is. Without a change nothing is written.\n",
            .arguments = {which_one(kind)},
            .options = correcting_options(kind),
            .book = Book::write,
            .json = true,
            .needs_reason = true,
            .run = std::move(run)};
}

std::int64_t id_given(const Invocation& call, const db::Book& book, const kinds::Kind& kind) {
    if (is_patient(kind)) {
        return (call.command.verb == "restore"
                    ? tracking::patient_to_restore(book, call.arguments.need("CHART"))
                    : call.patient(book))
            .id.value;
    }
    const auto text = call.arguments.need("ID");
    const auto id = schema::Text<std::int64_t>::read(text);
    if (!id || *id < 1) {
        throw schema::refused("ID",
                              fmt::format("\"{}\" is not an id, a whole number from 1", text),
                              fmt::format("`{}` shows the ids", command_of_ids(kind)));
    }
    return *id;
}

}  // namespace cli
