#include "schema/kinds/correction.h"

#include <cmath>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "schema/kinds/record_text.h"
#include "schema/types/text_bounds.h"

namespace schema::correction_test {
namespace {

using kinds::Field;
using kinds::Type;
using kinds::Value;

AcneStatus acne() {
    AcneStatus status;
    status.iga = 3;
    status.rater = "Dr Saleh";
    status.regions = {{.region = Region::forehead, .papules = 3, .pustules = 1},
                      {.region = Region::chin, .open_comedones = 8}};
    return status;
}

// What is wrong with doing this to the record above.
template <class Work>
std::string fault(Work&& work) {
    auto status = acne();
    std::vector<Problem> problems;
    kinds::Correction correction(status, problems);
    work(correction);
    return problems.empty() ? "" : problems.front().what;
}

TEST(Correction, ChangesTheNamedNumberOfAPartAndNothingElse) {
    auto status = acne();
    std::vector<Problem> problems;
    kinds::Correction(status, problems).set("region", "forehead:papules=2", "--region");
    auto expected = acne();
    expected.regions[0].papules = 2;
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(status, expected);
}

TEST(Correction, AddsAPartThatIsNotThereAndTakesOneOut) {
    auto status = acne();
    std::vector<Problem> problems;
    kinds::Correction correction(status, problems);
    correction.set("region", "nose:papules=1 left_cheek", "--region");
    correction.remove("region=chin", "--remove");
    correction.clear("rater", "--clear");
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(kinds::parts_text(status), "forehead:papules=3,pustules=1 nose:papules=1 left_cheek");
    EXPECT_FALSE(status.rater);
    EXPECT_EQ(status.iga, 3);
}

TEST(Correction, LeavesPlacesThatAreEmptyOrLeftOut) {
    Session session;
    session.areas = {{Region::chin, 1.5, 4}, {Region::nose, 0.5, 2}};
    std::vector<Problem> problems;
    kinds::Correction correction(session, problems);
    correction.set("area", "chin::6", "--area");
    correction.set("area", "nose:0.75", "--area");
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(kinds::parts_text(session), "chin:1.5:6 nose:0.75:2");
    correction.set("area", "forehead:1", "--area");
    EXPECT_EQ(problems.size(), 1U) << "a new one is whole";
}

TEST(Correction, SaysWhatCannotBe) {
    EXPECT_EQ(fault([](auto& it) { it.set("region", "forehead", "--region"); }),
              "region forehead is there already, and nothing of it is named");
    EXPECT_EQ(fault([](auto& it) { it.set("region", " ", "--region"); }), "region is blank");
    EXPECT_EQ(fault([](auto& it) { it.set("region", "chin:spots=1", "--region"); }),
              "region: \"chin:spots=1\": there is no \"spots\"");
    EXPECT_EQ(fault([](auto& it) { it.remove("region=nose", "--remove"); }),
              "there is no region \"nose\" in the record");
    EXPECT_EQ(fault([](auto& it) { it.remove("area=chin", "--remove"); }),
              "\"area=chin\" names no part of active acne at a moment, lesions counted per region");
    EXPECT_EQ(fault([](auto& it) { it.clear("on", "--clear"); }),
              "on is required and cannot be empty");
    EXPECT_EQ(fault([](auto& it) { it.clear("itch", "--clear"); }), "acne has no field \"itch\"");
    EXPECT_EQ(fault([](auto& it) { it.clear("region", "--clear"); }),
              "acne has no field \"region\"");
    EXPECT_EQ(fault([](auto& it) {
                  it.set("iga", "2", "--iga");
                  it.clear("iga", "--clear");
              }),
              "iga is named twice");
    EXPECT_EQ(fault([](auto& it) {
                  it.set("region", "chin:papules=1", "--region");
                  it.remove("region=chin", "--remove");
              }),
              "region chin is named twice");
}

// Random records of any kind, made from their descriptions.

std::string some_number(const Field& field) {
    const auto& range = field.facets.range;
    const int low = range.is_open() ? 0 : static_cast<int>(std::ceil(range.low));
    const int high = range.is_open() ? 100 : static_cast<int>(std::min(range.high, 1000.0));
    const int step = std::max(range.step, 1);
    return std::to_string(low + step * *rc::gen::inRange(0, (high - low) / step + 1));
}

std::string some_text(const Field& field) {
    const auto pad = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const auto day = [&] {
        return "20" + pad(*rc::gen::inRange(10, 26)) + "-" + pad(*rc::gen::inRange(1, 13)) + "-" +
               pad(*rc::gen::inRange(1, 29));
    };
    switch (field.type) {
        case Type::text:
            switch (const auto number = std::to_string(*rc::gen::inRange(0, 1000));
                    schema::text_kind(field.name)) {
                case schema::TextKind::telephone:
                    return "0100" + number;
                case schema::TextKind::email:
                    return number + "@example.org";
                default:
                    return "text" + number;
            }
        case Type::yes_no:
            return *rc::gen::arbitrary<bool>() ? "yes" : "no";
        case Type::day:
        case Type::partial_day:
            return day();
        case Type::moment:
            return day() + "T10:" + pad(*rc::gen::inRange(0, 60));
        case Type::interval:
            return std::to_string(*rc::gen::inRange(1, 12)) + "w";
        case Type::answers:
            return "1," + std::to_string(*rc::gen::inRange(0, 4)) + ",0";
        case Type::record:
            return "acne " + std::to_string(*rc::gen::inRange(1, 9));
        case Type::choice:
            return std::string(*rc::gen::elementOf(
                std::vector<std::string_view>(field.words.begin(), field.words.end())));
        case Type::items: {
            std::string items;
            for (const auto& item : field.items) {
                items +=
                    (items.empty() ? "" : ",") + std::string(item.name) + "=" + some_text(item);
            }
            return items;
        }
        case Type::whole:
        case Type::number:
            return some_number(field);
        case Type::id:
            return std::to_string(*rc::gen::inRange(1, 9));
    }
    return "";
}

Value some_value(const Field& field) {
    if (!field.required && *rc::gen::inRange(0, 4) == 0) {
        return {};
    }
    auto value = kinds::read(field, some_text(field));
    RC_ASSERT(value.has_value());
    return *value;
}

void fill(const std::vector<Field>& fields, void* at) {
    for (const auto& field : fields) {
        field.set(at, some_value(field));
    }
}

AnyRecord some_record(const kinds::Kind& kind) {
    auto any = kinds::blank(kind);
    const kinds::Record record(any);
    fill(kind.fields, record.at());
    const int parts = kind.parts ? *rc::gen::inRange(0, 5) : 0;
    for (int i = 0; i < parts; ++i) {
        fill(kind.parts->fields, kind.parts->add(record.at()));
        if (kinds::repeats_a_key(*kind.parts, record.at())) {
            kind.parts->remove_last(record.at());
        }
    }
    return any;
}

// Names one field of a part, where it has more than its key: "forehead:papules=2",
// "chin::6", "dish_mild=3".
std::string one_number_of(const kinds::Parts& parts, const std::string& key, std::size_t place) {
    const auto text = some_text(parts.fields[place]);
    if (parts.written == PartForm::named) {
        return key + ":" + std::string(parts.fields[place].name) + "=" + text;
    }
    return key + std::string(place, parts.written == PartForm::equals ? '=' : ':') + text;
}

RC_GTEST_PROP(CorrectionProperty, NeverChangesWhatWasNotNamed, ()) {
    for (const auto& kind : kinds::of_patients()) {
        const auto before = some_record(kind);
        auto any = before;
        std::vector<Problem> problems;
        const kinds::Record record(any);
        kinds::Correction correction(record, problems);
        std::set<std::string> named;
        for (const auto& field : kind.fields) {
            const auto what = *rc::gen::inRange(0, 4);
            if (what == 0) {
                correction.set(field.name, some_text(field), "test");
            } else if (what == 1 && !field.required) {
                correction.clear(field.name, "test");
                RC_ASSERT(record.get(field).is_absent());
            } else {
                continue;
            }
            named.emplace(field.name);
        }
        if (kind.parts) {
            const auto& parts = *kind.parts;
            const auto count = parts.count(record.at());
            const auto chosen = count > 0 ? *rc::gen::inRange<std::size_t>(0, count) : 0;
            const auto last = parts.fields.size();
            if (count > 0) {
                const auto* const part = parts.at(record.at(), chosen);
                const auto key =
                    kinds::text_of(parts.fields.front(), parts.fields.front().get(part));
                const auto place = *rc::gen::inRange<std::size_t>(0, last);
                const auto name = std::string(parts.option) + " " + key;
                if (place == 0) {
                    correction.remove(std::string(parts.option) + "=" + key, "test");
                    named.insert(name);
                } else {
                    correction.set(parts.option, one_number_of(parts, key, place), "test");
                    named.insert(name + " " + std::string(parts.fields[place].name));
                }
            }
        }
        RC_ASSERT(problems.empty());
        for (const auto& difference : kinds::differences(before, any)) {
            RC_ASSERT(named.contains(kinds::name_of(kind, difference)));
        }
    }
}

RC_GTEST_PROP(CorrectionProperty, OfWhatIsThereChangesNothing, ()) {
    for (const auto& kind : kinds::of_patients()) {
        const auto before = some_record(kind);
        auto any = before;
        std::vector<Problem> problems;
        const kinds::Record record(any);
        kinds::Correction correction(record, problems);
        for (const auto& field : kind.fields) {
            correction.set(field.name, kinds::text_of(field, record.get(field)), "test");
        }
        RC_ASSERT(problems.empty());
        RC_ASSERT(kinds::differences(before, any).empty());
    }
}

}  // namespace
}  // namespace schema::correction_test
