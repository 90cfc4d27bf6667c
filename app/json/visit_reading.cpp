#include "app/json/visit_reading.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/json/record_reading.h"
#include "db/records/records.h"
#include "schema/kinds/kinds.h"

namespace exchange {

namespace {

using kinds::Kind;
using schema::Problem;

const Kind* kind_of_visit(std::string_view noun) {
    const auto kinds = kinds::of_patients();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) {
        return each.noun == noun && each.owner == schema::Owner::patient &&
               each.is_entered_as_others();
    });
    return found == kinds.end() ? nullptr : &*found;
}

class VisitReader {
  public:
    // Of a correction: the book that its records are in.
    explicit VisitReader(schema::Id<schema::Patient> patient, const db::Book* book = nullptr)
        : book_(book) {
        read_.visit.patient = patient;
    }

    void read(const std::string& name, const OrderedJson& value) {
        if (name == "reason" || name == "confirm") {
            return;
        }
        const auto* kind = kind_of_visit(name);
        if (kind == nullptr) {
            add({name, "is not known here", "give records by the nouns of their kinds: acne"});
        } else if (value.is_array()) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                read_one(*kind, fmt::format("{}/{}", name, i), value[i]);
            }
        } else if (!value.is_null()) {
            read_one(*kind, name, value);
        }
    }
    ReadVisit take() { return std::move(read_); }

  private:
    void add(Problem problem) { read_.problems.push_back(std::move(problem)); }

    void read_one(const Kind& kind, const std::string& name, const OrderedJson& object) {
        if (!object.is_object()) {
            add({name,
                 "is not an object",
                 fmt::format("give {} as its own POST takes it", kind.noun)});
            return;
        }
        if (book_ != nullptr && object.contains("id")) {
            change_one(kind, name, object);
            return;
        }
        tracking::OfVisit one{.name = name, .record = kinds::blank(kind)};
        std::vector<Problem> problems;
        OtherMembers others;
        if (kind.steps.gate) {
            others.push_back("overrides");
        }
        set_members(object, others, one.record, problems);
        require_members(object, kind, problems);
        if (kind.steps.gate) {
            read_overrides(object, problems);
            read_.session_is_whole = problems.empty();
        }
        one.joins_session =
            kind.noun == kinds::of<schema::Application>().noun && !object.contains("session");
        for (auto& problem : problems) {
            add(tracking::within_visit(one, std::move(problem)));
        }
        if (problems.empty()) {
            read_.visit.records.push_back(std::move(one));
        }
    }

    void change_one(const Kind& kind, const std::string& name, const OrderedJson& object) {
        auto record = stored(kind, object.at("id"));
        if (!record) {
            add(Problem{name,
                        "is none of this patient's records",
                        fmt::format("leave \"id\" out to record a new {}", kind.noun)}
                    .as("gone"));
            return;
        }
        tracking::OfVisit one{.name = name, .record = std::move(*record)};
        std::vector<Problem> problems;
        refuse_other_version(one.record, object, problems);
        OtherMembers others{"id", "version", "void"};
        if (kind.steps.gate) {
            others.push_back("overrides");
        }
        const auto taken_out = object.find("void");
        one.taken_out = taken_out != object.end() && *taken_out == true;
        set_members(object, others, one.record, problems);
        if (kind.steps.gate && !one.taken_out) {
            read_overrides(object, problems);
            read_.session_is_whole = problems.empty();
        }
        for (auto& problem : problems) {
            add(tracking::within_visit(one, std::move(problem)));
        }
        if (problems.empty()) {
            read_.visit.records.push_back(std::move(one));
        }
    }

    std::optional<schema::AnyRecord> stored(const Kind& kind, const OrderedJson& id) const {
        auto record =
            id.is_number_integer() ? db::find(*book_, kind, id.get<std::int64_t>()) : std::nullopt;
        if (record && kinds::ConstRecord(*record).kept().patient != read_.visit.patient.value) {
            record.reset();
        }
        return record;
    }

    void refuse_other_version(const schema::AnyRecord& record,
                              const OrderedJson& object,
                              std::vector<Problem>& problems) {
        const auto version = object.find("version");
        if (version == object.end() || !version->is_number_integer()) {
            problems.push_back({"version",
                                "is missing or is no whole number",
                                "give the version of the record that was looked at"});
            return;
        }
        const auto kept = kinds::ConstRecord(record).kept();
        if (kept.voided || *version != kept.version) {
            read_.outdated.push_back(record);
        }
    }

    void read_overrides(const OrderedJson& object, std::vector<Problem>& problems) {
        try {
            read_.visit.overrides = overrides_in(object);
        } catch (const schema::Error& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }

    const db::Book* book_;
    ReadVisit read_;
};

ReadVisit read_by(VisitReader reader, const OrderedJson& body) {
    for (const auto& [name, value] : body.items()) {
        reader.read(name, value);
    }
    return reader.take();
}

}  // namespace

ReadVisit read_visit(const OrderedJson& body, schema::Id<schema::Patient> patient) {
    return read_by(VisitReader(patient), body);
}

ReadVisit read_visit_correction(const OrderedJson& body,
                                schema::Id<schema::Patient> patient,
                                const db::Book& book) {
    return read_by(VisitReader(patient, &book), body);
}

tracking::Overrides overrides_in(const OrderedJson& object) {
    tracking::Overrides overrides;
    std::vector<Problem> problems;
    const auto given = object.find("overrides");
    if (given == object.end() || given->is_null()) {
        return overrides;
    }
    if (!given->is_object()) {
        throw schema::refused("overrides", "is not an object", "give {\"RULE\": \"reason\"}");
    }
    for (const auto& [rule, reason] : given->items()) {
        if (reason.is_string()) {
            overrides.emplace(rule, reason.get<std::string>());
        } else {
            problems.push_back(
                {"overrides." + rule, "is not a text", "give the reason in a sentence"});
        }
    }
    schema::refuse_any(std::move(problems));
    return overrides;
}

}  // namespace exchange
