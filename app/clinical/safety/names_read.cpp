#include "app/clinical/safety/names_read.h"

#include <algorithm>
#include <utility>

#include "app/clinical/safety/medicine_words.h"

namespace clinical {

namespace {

// The key, and for Arabic the key without the "and" and the article that its first word may begin
// with: والأسبرين.
std::vector<std::u32string> forms(const std::u32string& key, std::size_t first_word) {
    std::vector<std::u32string> all{key};
    for (const std::u32string_view prefix : {U"\u0627\u0644", U"\u0648", U"\u0648\u0627\u0644"}) {
        if (first_word > prefix.size() && key.size() >= prefix.size() + 4 &&
            key.starts_with(prefix)) {
            all.push_back(key.substr(prefix.size()));
        }
    }
    return all;
}

class NameReader {
  public:
    NameReader(std::string_view text, const MedicineIndex& index)
        : index_(index), text_(text), words_(words_of(text)) {}

    NamesRead read() {
        // Listed spellings first, over the whole text.
        name_all();
        is_guessing_ = true;
        name_all();
        name_salts();
        std::stable_sort(named_.begin(), named_.end(), [](const Named& a, const Named& b) {
            return a.first < b.first;
        });
        NamesRead result;
        for (const auto& named : named_) {
            result.named.push_back({.name = named.name,
                                    .as_written = written(named.first, named.last),
                                    .is_guess = named.is_guess});
        }
        result.unknown = unknown();
        return result;
    }

  private:
    struct Named {
        std::size_t first{};
        std::size_t last{};
        const MedicineName* name{};
        bool is_guess = false;
    };

    void name_all() {
        for (std::size_t first = 0; first < words_.size();) {
            first += std::max<std::size_t>(1, name_at(first));
        }
    }

    // How many words from `first` on were named: the most that are a name.
    std::size_t name_at(std::size_t first) {
        const auto keys = keys_from(first);
        for (auto count = keys.size(); count > 0; --count) {
            for (const auto& form : forms(keys[count - 1], keys.front().size())) {
                const auto last = first + count - 1;
                const auto found =
                    is_guessing_ ? with_slip(form, first, last) : index_.exact(form, count);
                if (!found.empty()) {
                    take(first, last, found);
                    return count;
                }
            }
        }
        return 0;
    }

    // Of the word, of it and the next, and so on.
    std::vector<std::u32string> keys_from(std::size_t first) const {
        std::vector<std::u32string> keys;
        std::u32string key;
        for (auto at = first; at < words_.size() && keys.size() < index_.most_words(); ++at) {
            key += words_[at].key;
            if (words_[at].part != words_[first].part || index_.is_too_long(key)) {
                break;
            }
            keys.push_back(key);
        }
        return keys;
    }

    // Words that are a name already may be part of a longer one that is meant: "retinoic acid" in
    // "13-cs-retinoic acid". Both are told.
    MedicineIndex::Found with_slip(const std::u32string& key,
                                   std::size_t first,
                                   std::size_t last) const {
        if (!is_any_open(first, last)) {
            return {};
        }
        const auto count = last - first + 1;
        auto found = index_.with_slip(key, count);
        if (has_dose_at_edge(first, last)) {
            std::erase_if(found, [&](const auto* name) { return name->words != count; });
        }
        return found;
    }

    bool is_open(std::size_t i) const {
        const auto& word = words_[i];
        return !word.is_named && !word.is_number &&
               (word.key.size() == 1 || !index_.is_dose(word.key));
    }

    bool is_any_open(std::size_t first, std::size_t last) const {
        while (first < last && !is_open(first)) {
            ++first;
        }
        return is_open(first);
    }

    // A number may start a slip: 13 cis retinoic acd.
    bool has_dose_at_edge(std::size_t first, std::size_t last) const {
        return !(words_[first].is_named || words_[first].is_number || is_open(first)) ||
               !(words_[last].is_named || is_open(last));
    }

    void take(std::size_t first, std::size_t last, const MedicineIndex::Found& found) {
        for (const auto* name : found) {
            const bool is_told = std::any_of(named_.begin(), named_.end(), [&](const Named& other) {
                return other.name->medicine == name->medicine && other.first <= last &&
                       other.last >= first;
            });
            if (!is_told) {
                named_.push_back({first, last, name, is_guessing_});
            }
        }
        for (auto i = first; i <= last; ++i) {
            words_[i].is_named = true;
        }
    }

    std::string written(std::size_t first, std::size_t last) const {
        const auto begin = words_[first].begin;
        return std::string(text_.substr(begin, words_[last].end - begin));
    }

    // The sodium of warfarin sodium.
    void name_salts() {
        for (std::size_t i = 1; i < words_.size(); ++i) {
            if (words_[i - 1].is_named && words_[i - 1].part == words_[i].part &&
                index_.is_salt(words_[i].key)) {
                words_[i].is_named = true;
            }
        }
    }

    bool is_attached(std::size_t i) const { return i < words_.size() && words_[i].is_attached; }

    bool is_known(std::size_t i) const {
        const auto& word = words_[i];
        if (word.is_named || word.is_number) {
            return true;
        }
        if (word.key.size() == 1 && is_latin(word.key.front())) {
            // 5g, x2 and q8h, but not D3, nor the D of "vitamin D".
            return word.key == U"x" || (word.key == U"q" && is_attached(i + 2)) ||
                   (is_attached(i) && !is_attached(i + 1) && index_.is_dose(word.key));
        }
        return index_.is_dose(word.key);
    }

    // A letter alone says nothing; D3 does.
    bool says_something(std::size_t i) const {
        return words_[i].key.size() > 1 || is_attached(i) || is_attached(i + 1);
    }

    // The unknown word that goes on from the one at `i`: the K of D3K2; `i` itself: none.
    std::size_t next_unknown(std::size_t i) const {
        auto next = i + 1;
        if (is_attached(next) && words_[next].is_number && is_attached(next + 1)) {
            ++next;
        }
        const bool goes_on =
            next < words_.size() && words_[next].part == words_[i].part && !is_known(next);
        return goes_on ? next : i;
    }

    // As written, with the numbers that belong to it: D3 and 5HTP, but not the 500 of
    // Panadol500mg.
    std::string unknown_text(std::size_t first, std::size_t last) const {
        const bool has_number_before =
            first > 0 && words_[first].is_attached && words_[first - 1].is_number;
        const bool has_number_behind = is_attached(last + 1) && !is_attached(last + 2);
        return written(has_number_before ? first - 1 : first, has_number_behind ? last + 1 : last);
    }

    std::vector<std::string> unknown() const {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (is_known(i)) {
                continue;
            }
            const auto first = i;
            bool is_name = says_something(i);
            auto key = words_[i].key;
            for (auto next = next_unknown(i); next != i; next = next_unknown(i)) {
                i = next;
                is_name = is_name || says_something(i);
                key += words_[i].key;
            }
            // Letters apart may be a name; s.c. is a route.
            if (is_name || (key.size() > 1 && !index_.is_dose(key))) {
                all.push_back(unknown_text(first, i));
            }
        }
        return all;
    }

    const MedicineIndex& index_;
    std::string_view text_;
    std::vector<Word> words_;
    std::vector<Named> named_;
    bool is_guessing_ = false;
};

}  // namespace

NamesRead read_names(std::string_view text, const MedicineIndex& index) {
    return NameReader(text, index).read();
}

}  // namespace clinical
