#include "app/clinical/safety/medicine_index.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "app/clinical/safety/medicine_words.h"
#include "app/clinical/safety/medicines/dose_words.h"

namespace clinical {

namespace {

// A shorter name must be written as it is listed: there one slip makes another word too easily.
constexpr std::size_t shortest_for_slip = 6;
constexpr std::size_t shortest_for_slip_arabic = 5;
// Words written apart that are listed as one make a name only where it is long enough that other
// words do not ("as a").
constexpr std::size_t shortest_from_parts = 6;
constexpr std::size_t shortest_slip_from_parts = 8;

bool is_arabic(std::u32string_view key) {
    return !key.empty() && key.front() >= 0x600 && key.front() <= 0x6FF;
}

// Without a final e and with doubled letters once: "acutan" for "accutane".
std::u32string squeezed(std::u32string_view key) {
    std::u32string result(key);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    if (result.size() > 1 && result.back() == U'e') {
        result.pop_back();
    }
    return result;
}

std::u32string digits_of(std::u32string_view key) {
    std::u32string digits;
    std::copy_if(key.begin(), key.end(), std::back_inserter(digits), is_digit);
    return digits;
}

std::vector<std::u32string> with_a_letter_less(std::u32string_view key) {
    std::vector<std::u32string> all;
    for (std::size_t i = 0; i < key.size(); ++i) {
        all.emplace_back(key).erase(i, 1);
    }
    return all;
}

std::size_t hash_of(std::u32string_view key) {
    return std::hash<std::u32string_view>()(key);
}

void add_once(MedicineIndex::Found& found, const MedicineName& name) {
    const bool is_there = std::any_of(found.begin(), found.end(), [&](const auto* other) {
        return other->medicine == name.medicine;
    });
    if (!is_there) {
        found.push_back(&name);
    }
}

void add_words(std::string_view text, std::unordered_set<std::u32string>& set) {
    for (auto& word : words_of(text)) {
        set.insert(std::move(word.key));
    }
}

}  // namespace

MedicineIndex::MedicineIndex(std::span<const std::span<const ListedMedicine>> lists) {
    for (std::size_t list = 0; list < lists.size(); ++list) {
        for (const auto& medicine : lists[list]) {
            for (const auto names : {medicine.generic, medicine.names, medicine.arabic}) {
                add(names, {.medicine = &medicine, .list = list});
            }
        }
    }
    for (std::size_t place = 0; place < names_.size(); ++place) {
        const auto& name = names_[place];
        longest_ = std::max(longest_, name.key.size());
        most_words_ = std::max(most_words_, name.words);
        exact_[name.key].push_back(place);
        add_near(place);
    }
    std::sort(near_.begin(), near_.end());
    for (const auto words : dose_words) {
        add_words(words, dose_);
    }
    add_words(salt_words, salts_);
    add_words(no_slips, no_slips_);
}

void MedicineIndex::add(std::string_view names, const MedicineName& like) {
    const auto words = words_of(names);
    for (auto first = words.begin(); first != words.end();) {
        const auto last = std::find_if(
            first, words.end(), [&](const Word& word) { return word.part != first->part; });
        auto name = like;
        for (; first != last; ++first, ++name.words) {
            name.key += first->key;
        }
        names_.push_back(std::move(name));
    }
}

void MedicineIndex::add_near(std::size_t place) {
    const auto& key = names_[place].key;
    if (key.size() < (is_arabic(key) ? shortest_for_slip_arabic : shortest_for_slip)) {
        return;
    }
    near_.emplace_back(hash_of(key), place);
    near_.emplace_back(hash_of(squeezed(key)), place);
    for (const auto& shorter : with_a_letter_less(key)) {
        near_.emplace_back(hash_of(shorter), place);
    }
}

MedicineIndex::Found MedicineIndex::exact(const std::u32string& key, std::size_t words) const {
    Found found;
    const auto at = exact_.find(key);
    if (at == exact_.end()) {
        return found;
    }
    for (const auto place : at->second) {
        const auto& name = names_[place];
        if (words == 1 || words == name.words || key.size() >= shortest_from_parts) {
            add_once(found, name);
        }
    }
    return found;
}

MedicineIndex::Found MedicineIndex::with_slip(const std::u32string& key, std::size_t words) const {
    Found found;
    if (key.size() + 1 < shortest_for_slip_arabic || no_slips_.contains(key)) {
        return found;
    }
    look(key, key, words, found);
    look(squeezed(key), key, words, found);
    if (key.size() <= longest_ + 1) {
        for (const auto& shorter : with_a_letter_less(key)) {
            look(shorter, key, words, found);
        }
    }
    return found;
}

void MedicineIndex::look(const std::u32string& near,
                         const std::u32string& key,
                         std::size_t words,
                         Found& found) const {
    const auto hash = hash_of(near);
    for (auto at = std::lower_bound(near_.begin(), near_.end(), std::pair(hash, std::size_t{0}));
         at != near_.end() && at->first == hash;
         ++at) {
        const auto& name = names_[at->second];
        const bool has_words =
            words == 1 || words == name.words || key.size() >= shortest_slip_from_parts;
        // A wrong digit is another substance, or a dose.
        if (has_words && digits_of(key) == digits_of(name.key) &&
            (is_one_slip(key, name.key) || squeezed(key) == squeezed(name.key))) {
            add_once(found, name);
        }
    }
}

}  // namespace clinical
