#include "app/cli/visit/said_visit.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/nearest.h"
#include "schema/types/error.h"
#include "schema/types/folding.h"

namespace cli {

namespace {

using kinds::Kind;

bool is_of_visit(const Kind& kind) {
    return kind.owner == schema::Owner::patient && kind.is_entered_as_others() &&
           &kind != &kinds::of<schema::Patient>();
}

// What clinics call some of them.
std::string_view noun_meant(std::string_view noun) {
    static const std::map<std::string_view, std::string_view> others{{"marks", "pigmentation"},
                                                                     {"scar", "scars"},
                                                                     {"product", "application"},
                                                                     {"aftercare", "application"},
                                                                     {"skin", "acne"}};
    const auto found = others.find(noun);
    return found == others.end() ? noun : found->second;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

const Kind* kind_of_visit(std::string_view noun) {
    const auto meant = noun_meant(noun);
    const auto kinds = kinds::of_patients();
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) {
        return each.noun == meant && is_of_visit(each);
    });
    return found == kinds.end() ? nullptr : &*found;
}

std::vector<std::string> nouns_of_visit() {
    std::vector<std::string> nouns;
    for (const auto& kind : kinds::of_patients()) {
        if (is_of_visit(kind)) {
            nouns.emplace_back(kind.noun);
        }
    }
    return nouns;
}

std::vector<std::string> words_of_text(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    bool is_begun = false;
    int line = 1;
    const auto end_word = [&] {
        if (is_begun) {
            words.push_back(std::move(word));
        }
        word.clear();
        is_begun = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_blank(c)) {
            end_word();
            line += c == '\n' ? 1 : 0;
        } else if (c == '#' && !is_begun) {
            i = std::min(text.find('\n', i), text.size()) - 1;
        } else if (c == '"' || (c == '\'' && (!is_begun || word.ends_with('=')))) {
            const auto end = text.find(c, i + 1);
            if (end == std::string_view::npos) {
                throw schema::refused(fmt::format("line {}", line),
                                      fmt::format("{} has no second one", c),
                                      "put one at the end of the text, or take this one out");
            }
            const auto quoted = text.substr(i + 1, end - i - 1);
            line += static_cast<int>(std::count(quoted.begin(), quoted.end(), '\n'));
            word += quoted;
            is_begun = true;
            i = end;
        } else {
            word += c;
            is_begun = true;
        }
    }
    end_word();
    return words;
}

SaidVisit said_visit(const std::vector<std::string>& words) {
    SaidVisit said;
    for (const auto& word : words) {
        constexpr std::string_view at = "at=";
        if (const auto* kind = kind_of_visit(word)) {
            said.records.push_back({kind});
        } else if (!said.records.empty()) {
            said.records.back().words.push_back(word);
        } else if (word.starts_with(at)) {
            said.at = word.substr(at.size());
        } else {
            const auto nouns = nouns_of_visit();
            throw schema::refused(
                "visit",
                fmt::format("\"{}\" stands before any record", word),
                fmt::format("{}begin with what it is of: {}",
                            did_you_mean("", nearest(schema::identity(word), nouns)),
                            fmt::join(nouns, ", ")));
        }
    }
    return said;
}

}  // namespace cli
