#include "app/import/scores/added_scales.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "app/text/utf8.h"
#include "db/records/instruments.h"
#include "schema/types/folding.h"

namespace exchange {

namespace {

constexpr std::size_t longest_code = 40;

// "Mean severity (0-1)" as mean_severity_0_1; empty if no letter of it is Latin.
std::string code_of(std::string_view name) {
    std::string code;
    for (const char c : schema::folded(name)) {
        const bool letter = c >= 'a' && c <= 'z';
        if (letter || (is_digit(c) && !code.empty())) {
            code += c;
        } else if (!code.empty() && code.back() != '_') {
            code += '_';
        }
    }
    code.resize(std::min(code.size(), longest_code));
    code.resize(code.find_last_not_of('_') + 1);
    return code;
}

}  // namespace

std::string AddedScales::code_for(std::string_view name) const {
    const auto is_taken = [&](const std::string& code) {
        const auto has = [&](const schema::Instrument& scale) { return scale.code == code; };
        return std::any_of(known_.begin(), known_.end(), has) ||
               std::any_of(added_.begin(), added_.end(), [&](const auto& added) {
                   return has(added.scale);
               });
    };
    const auto wanted = code_of(name);
    auto code = wanted.empty() ? "scale_1" : wanted;
    for (int next = 2; is_taken(code); ++next) {
        code = fmt::format("{}_{}", wanted.empty() ? "scale" : wanted, next);
    }
    return code;
}

const schema::Instrument& AddedScales::named(std::string_view name) {
    if (const auto* known = find(name)) {
        return *known;
    }
    schema::Instrument scale{.code = code_for(name),
                             .name = std::string(trimmed(name)),
                             .low = -std::numeric_limits<double>::max(),
                             .unit = "{score}",
                             .better = schema::Better::neither};
    scale.id = schema::Id<schema::Instrument>(-1 - static_cast<std::int64_t>(added_.size()));
    return added_.emplace_back(Added{std::move(scale)}).scale;
}

const schema::Instrument* AddedScales::find(std::string_view name) const {
    const auto wanted = schema::identity(name);
    const auto found = std::find_if(added_.begin(), added_.end(), [&](const auto& added) {
        return schema::identity(added.scale.name) == wanted || added.scale.code == wanted;
    });
    return found == added_.end() ? nullptr : &found->scale;
}

void AddedScales::see(const schema::Instrument& scale, double value) {
    for (auto& added : added_) {
        if (&added.scale == &scale) {
            const double lowest = added.has_value ? added.scale.low : 0;
            added.scale.low = std::min(lowest, value);
            added.has_value = true;
        }
    }
}

std::vector<std::string> AddedScales::codes() const {
    std::vector<std::string> codes;
    for (const auto& added : added_) {
        if (added.has_value) {
            codes.push_back(added.scale.code);
        }
    }
    return codes;
}

void AddedScales::store(db::Write& write) {
    for (auto& added : added_) {
        if (added.has_value) {
            added.scale.id = db::insert_instrument(write, added.scale);
        }
    }
}

}  // namespace exchange
