#pragma once
// What `find` looks for and in what: the definition, which both the index and the reading of every
// record follow.
//
// A record is found when each word of the query is found in it: when every run of letters and
// digits of the word begins a folded word of the record's texts (schema/types/folding.h), or when
// the word has three characters at least and stands anywhere in its chart number, telephone number
// or lot, as these are compared (code_identity, telephone_identity).

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schema/kinds/kind.h"

namespace db {

// Of one record.
struct SearchedText {
    std::vector<std::string> words;  // folded
    std::vector<std::string> codes;  // as they are compared

    void add_text(std::string_view text);
    // A code is found by its words too.
    void add_code(std::string_view code);
    void add_telephone(std::string_view number);
};

// How a field is looked into.
enum class SearchedAs { not_at_all, text, code, telephone };
SearchedAs searched_as(const kinds::Field& field);

// The kinds that have such fields, patients first. Tags are found with their patient.
const std::vector<const kinds::Kind*>& searched_kinds();

inline constexpr std::size_t fewest_of_a_code = 3;  // characters

class SearchQuery {
  public:
    explicit SearchQuery(std::string_view text);

    // It holds nothing that can be found: no letter and no digit.
    bool is_empty() const { return words_.empty(); }
    bool finds(const SearchedText& text) const;
    // Whether one of its words at least is found.
    bool finds_some(const SearchedText& text) const;
    // The same as an expression for FTS5 over the columns `words` and `codes` of index_words and
    // index_codes.
    std::string expression() const;

  private:
    struct Word {
        std::vector<std::string> runs;   // all of them begin a word of the text
        std::vector<std::string> codes;  // or one of these stands in a code

        bool is_in(const SearchedText& text) const;
    };
    std::vector<Word> words_;
};

// The two columns of the index, as the tokenizer `ascii` takes them apart again: the words; and of
// every code each end of three characters at least, so that what stands anywhere in it begins one.
std::string index_words(const SearchedText& text);
std::string index_codes(const SearchedText& text);

}  // namespace db
