#include "app/cli/visit/made_visit.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/as_meant.h"
#include "app/cli/commands/record_options.h"
#include "app/cli/nearest.h"
#include "app/cli/terminal/display_text.h"
#include "app/import/cell_synonyms.h"
#include "db/records/records.h"
#include "schema/kinds/record_text.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace cli {

namespace {

using kinds::Field;
using kinds::Kind;
using schema::CivilTime;
using schema::Problem;
using schema::Session;

constexpr std::string_view override_of = "override";

bool is_moment_of(const Kind& kind, const Field& field) {
    return &field == kind.field(schema::Role::when) && field.must_be_given();
}

void set_when(const kinds::Record& record, const CivilTime& at) {
    for (const auto& field : record.kind().fields) {
        if (is_moment_of(record.kind(), field)) {
            record.set(
                field,
                field.type == kinds::Type::moment ? kinds::Value(at) : kinds::Value(at.day()));
        }
    }
}

// Copies the fields that are `wanted`.
void take_over(const kinds::Record& record,
               const kinds::ConstRecord& last,
               bool (*wanted)(const Field&)) {
    for (const auto& field : record.kind().fields) {
        if (wanted(field)) {
            record.set(field, last.get(field));
        }
    }
}

bool is_as_last_time(const Field& field) {
    return field.facets.prefill == schema::Prefill::last_visit;
}
bool is_identity(const Field& field) {
    return field.facets.identity;
}

std::string taken_over_text(const kinds::ConstRecord& record) {
    std::vector<std::string> texts;
    for (const auto& field : record.kind().fields) {
        if (field.facets.role == schema::Role::when) {
            continue;
        }
        if (auto text = kinds::text_of(field, record.get(field)); !text.empty()) {
            texts.push_back(fmt::format("{} {}", schema::spaced(field.name), one_line(text)));
        }
    }
    if (record.kind().parts) {
        texts.push_back(kinds::parts_text(record));
    }
    return fmt::format("{}", fmt::join(texts, ", "));
}

// The fields among whose words this one is, as it was meant.
std::map<const Field*, std::string> fields_that_take(const Kind& kind, std::string_view word) {
    std::map<const Field*, std::string> takers;
    for (const auto& field : kind.fields) {
        if (field.type != kinds::Type::choice) {
            continue;
        }
        if (auto meant = exchange::word_for(field, word)) {
            takers.emplace(&field, std::move(*meant));
        }
    }
    return takers;
}

std::vector<std::string> what_it_takes(const Kind& kind) {
    std::vector<std::string> words;
    for (const auto& field : kind.fields) {
        words.push_back(std::string(field.name) + "=");
        if (field.type == kinds::Type::choice) {
            words.insert(words.end(), field.words.begin(), field.words.end());
        }
    }
    return words;
}

// left_cheek,right_cheek:1.5:4 is both cheeks.
std::vector<std::string> each_place(const kinds::Parts& parts, const std::string& text) {
    const auto colon = std::min(text.find(':'), text.size());
    if (parts.written != schema::PartForm::colons) {
        return {text};
    }
    std::vector<std::string> all;
    for (const auto key : schema::split(std::string_view(text).substr(0, colon), ',')) {
        all.push_back(std::string(key) + text.substr(colon));
    }
    return all;
}

// One record, word by word.
class RecordReader {
  public:
    RecordReader(const db::Book& book,
                 const schema::Patient& patient,
                 const CivilTime& at,
                 std::ostream& told)
        : book_(book),
          patient_(patient),
          at_(at),
          told_(told),
          as_meant_([&] { return at_; }, told) {}

    tracking::OfVisit read(const SaidRecord& said, std::string name) {
        tracking::OfVisit one{.name = std::move(name), .record = kinds::blank(*said.kind)};
        problems_.clear();
        said_.clear();
        has_named_a_part_ = false;
        begin(one);
        const kinds::Record record(one.record);
        record.set_kept({.patient = patient_.id.value});
        set_when(record, at_);
        for (const auto& word : said.words) {
            read_word(one, record, word);
        }
        require(record);
        return one;
    }
    std::vector<Problem>& problems() { return problems_; }
    const tracking::Overrides& overrides() const { return overrides_; }

  private:
    void begin(tracking::OfVisit& one) {
        if (auto* session = std::get_if<Session>(&one.record)) {
            if (const auto last = last_session(book_, patient_.id, at_)) {
                *session = as_last_time(*last);
                note_said(kinds::of<Session>(), &is_as_last_time);
                told_ << fmt::format(
                    "note: as on {}: {}\n", last->at.day().text(), taken_over_text(*session));
            }
        }
        one.joins_session = std::holds_alternative<schema::Application>(one.record);
    }

    void note_said(const Kind& kind, bool (*wanted)(const Field&)) {
        for (const auto& field : kind.fields) {
            if (wanted(field)) {
                said_.insert(field.name);
            }
        }
    }

    void read_word(tracking::OfVisit& one, const kinds::Record& record, const std::string& word) {
        const auto& kind = record.kind();
        const auto equals = word.find('=');
        const auto colon = word.find(':');
        if (equals != std::string::npos && equals < colon) {
            read_named(record, word, equals);
        } else if (word == "same" && std::holds_alternative<schema::Application>(one.record)) {
            read_same(record);
        } else if (colon != std::string::npos && kind.parts) {
            add_part(record, word);
        } else {
            read_bare(record, word);
        }
    }
    void read_named(const kinds::Record& record, const std::string& word, std::size_t equals) {
        const auto& kind = record.kind();
        auto name = word.substr(0, equals);
        std::replace(name.begin(), name.end(), '-', '_');
        const auto value = word.substr(equals + 1);
        if (name == override_of && kind.steps.gate) {
            read_override(value);
        } else if (const auto* field = kind.field(name)) {
            set(record, *field, value);
        } else if (kind.parts && (name == kind.parts->option || name == kind.parts->name)) {
            add_part(record, value);
        } else if (kind.parts && kind.parts->written == schema::PartForm::equals) {
            add_part(record, word);
        } else {
            std::vector<std::string> names;
            for (const auto& each : kind.fields) {
                names.emplace_back(each.name);
            }
            problems_.push_back({name,
                                 fmt::format("{} has no such field", kind.noun),
                                 fmt::format("{}`needlebook {} {} --help` shows what it has",
                                             did_you_mean("", nearest(name, names)),
                                             kind.noun,
                                             kind.verb)});
        }
    }
    // Nothing after the equals sign empties what was taken over.
    void set(const kinds::Record& record, const Field& field, const std::string& value) {
        said_.insert(field.name);
        if (value.empty() && !field.required) {
            record.set(field, {});
            return;
        }
        kinds::set_field(record, field.name, as_meant_.field(field, value), field.name, problems_);
        check_reference(book_, record, field, std::string(field.name), problems_);
    }
    void add_part(const kinds::Record& record, const std::string& text) {
        const auto& parts = *record.kind().parts;
        if (!has_named_a_part_) {
            parts.clear(record.at());
            has_named_a_part_ = true;
        }
        for (const auto& each : each_place(parts, text)) {
            kinds::set_field(
                record, parts.option, as_meant_.part(parts, each), parts.option, problems_);
        }
    }
    void read_bare(const kinds::Record& record, const std::string& word) {
        const auto& kind = record.kind();
        const auto takers = fields_that_take(kind, word);
        if (takers.size() == 1) {
            const auto& [field, meant] = *takers.begin();
            said_.insert(field->name);
            kinds::set_field(record, field->name, meant, field->name, problems_);
            return;
        }
        if (takers.empty() && kind.parts && kind.parts->written == schema::PartForm::named &&
            exchange::word_for(kind.parts->fields.front(), word)) {
            add_part(record, word);  // examined, and clear
            return;
        }
        std::vector<std::string> names;
        for (const auto& [field, meant] : takers) {
            names.push_back(fmt::format("{}={}", field->name, meant));
        }
        problems_.push_back(takers.empty()
                                ? Problem{word,
                                          fmt::format("is no word of {}", kind.noun),
                                          did_you_mean("", nearest(word, what_it_takes(kind))) +
                                              "write NAME=value; a text of several words in quotes"}
                                : Problem{word,
                                          "may be of several fields",
                                          fmt::format("write {}", fmt::join(names, " or "))});
    }
    void read_same(const kinds::Record& record) {
        const auto earlier = db::records_of<schema::Application>(book_, patient_.id);
        if (earlier.empty()) {
            problems_.push_back(
                {"same", "no product was put on before", "say which: application niacinamide"});
            return;
        }
        take_over(record, earlier.back(), &is_identity);
        note_said(record.kind(), &is_identity);
        told_ << fmt::format(
            "note: as on {}: {}\n", earlier.back().at.day().text(), taken_over_text(record));
    }
    void read_override(const std::string& value) {
        const auto equals = value.find('=');
        const auto rule = value.substr(0, equals);
        if (equals == std::string::npos || rule.empty()) {
            problems_.push_back({"overrides",
                                 fmt::format("\"{}\" is not RULE=reason", rule),
                                 "write override=RULE=\"why\""});
        } else if (!overrides_.emplace(rule, value.substr(equals + 1)).second) {
            problems_.push_back({"overrides",
                                 fmt::format("rule \"{}\" is given twice", rule),
                                 "give one reason for each rule"});
        }
    }
    void require(const kinds::Record& record) {
        for (const auto& field : record.kind().fields) {
            if (field.must_be_given() && !is_moment_of(record.kind(), field) &&
                !said_.contains(field.name)) {
                problems_.push_back(kinds::lacks(field, field.name));
            }
        }
    }

    const db::Book& book_;
    const schema::Patient& patient_;
    CivilTime at_;
    std::ostream& told_;
    AsMeant as_meant_;
    std::vector<Problem> problems_{};
    tracking::Overrides overrides_{};
    std::set<std::string_view> said_{};  // the fields of the record that were, or are as before
    bool has_named_a_part_ = false;
};

}  // namespace

CivilTime time_of_visit(const std::optional<std::string>& said,
                        const CivilTime& now,
                        std::ostream& told) {
    if (!said) {
        return now;
    }
    const auto& field = *kinds::of<Session>().field(schema::Role::when);
    const auto at = CivilTime::read(AsMeant([&] { return now; }, told).field(field, *said));
    if (!at) {
        schema::refuse_any({kinds::misfit(field, *said, "at")});
    }
    return *at;
}

std::optional<Session> last_session(const db::Book& book,
                                    schema::Id<schema::Patient> patient,
                                    const CivilTime& at) {
    std::optional<Session> last;
    for (auto& session : db::records_of<Session>(book, patient)) {
        if (schema::not_after(session.at, at)) {
            last = std::move(session);
        }
    }
    return last;
}

Session as_last_time(const Session& last) {
    Session session;
    take_over(session, last, &is_as_last_time);
    session.areas = last.areas;
    return session;
}

tracking::Visit made_visit(const db::Book& book,
                           const schema::Patient& patient,
                           const SaidVisit& said,
                           const CivilTime& now,
                           std::ostream& told) {
    tracking::Visit visit{.patient = patient.id};
    std::ostringstream notes;  // of what is refused nothing is taken over
    RecordReader reader(book, patient, time_of_visit(said.at, now, told), notes);
    std::map<const Kind*, int> count;
    for (const auto& each : said.records) {
        ++count[each.kind];
    }
    std::map<const Kind*, int> place;
    std::vector<Problem> problems;
    for (const auto& each : said.records) {
        const auto noun = std::string(each.kind->noun);
        auto one = reader.read(
            each, count[each.kind] == 1 ? noun : fmt::format("{}/{}", noun, place[each.kind]++));
        for (auto& problem : reader.problems()) {
            problems.push_back(tracking::within_visit(one, std::move(problem)));
        }
        visit.records.push_back(std::move(one));
    }
    schema::refuse_any(std::move(problems));
    told << notes.str();
    visit.overrides = reader.overrides();
    return visit;
}

}  // namespace cli
