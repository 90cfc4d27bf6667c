#include "app/clinical/safety/allergies.h"

#include <algorithm>
#include <map>
#include <vector>

#include "app/clinical/safety/medicine_words.h"

namespace clinical {

namespace {

constexpr std::size_t letters_that_tolerate_a_slip = 6;

bool is_same_substance_word(const Word& a, const Word& b) {
    return a.key == b.key ||
           (std::min(a.key.size(), b.key.size()) >= letters_that_tolerate_a_slip &&
            is_one_slip(a.key, b.key));
}

// Its words one after the other.
bool holds_words(const std::vector<Word>& product, const std::vector<Word>& substance) {
    return std::search(product.begin(),
                       product.end(),
                       substance.begin(),
                       substance.end(),
                       is_same_substance_word) != product.end();
}

}  // namespace

bool names_substance(std::string_view product, std::string_view substance) {
    std::map<std::size_t, std::vector<Word>> substances;
    for (auto& word : words_of(substance)) {
        substances[word.part].push_back(std::move(word));
    }
    const auto words = words_of(product);
    return std::any_of(substances.begin(), substances.end(), [&](const auto& each) {
        return holds_words(words, each.second);
    });
}

}  // namespace clinical
