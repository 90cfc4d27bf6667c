#include "app/json/comparison_json.h"

#include <cmath>

#include "app/json/phrase_json.h"

namespace exchange {

namespace {

// To the hundredth: nothing is measured finer.
OrderedJson rounded_json(const std::optional<double>& value) {
    constexpr double hundredths = 100;
    return value ? json_value(std::round(*value * hundredths) / hundredths) : OrderedJson(nullptr);
}

}  // namespace

OrderedJson comparison_json(std::int64_t first,
                            std::int64_t second,
                            const clinical::Comparability& pair) {
    return {{"first", first},
            {"second", second},
            {"verdict", schema::word(pair.verdict)},
            {"score", json_value(pair.score)},
            {"limit", pair.limit},
            {"version", clinical::version_of_comparing},
            {"words", said_json(pair.words)},
            {"parts", array_of(pair.parts, [](const clinical::PartScore& each) {
                 return OrderedJson{{"part", schema::word(each.part)},
                                    {"score", rounded_json(each.score)},
                                    {"difference", rounded_json(each.difference)},
                                    {"words", said_json(each.words)}};
             })}};
}

}  // namespace exchange
