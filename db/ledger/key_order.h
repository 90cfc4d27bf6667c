#pragma once
// Rows of a changeset put in the order of their keys. An import's come in none, and each would be
// another place of the table that it is played into. For the .cpp files of this folder only.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace db {

// Rows of one table, each once.
class KeyOrder {
  public:
    // A row as it stands in the changeset (ChangesetRows::record).
    void add(std::string_view record);
    bool is_empty() const { return rows_.empty(); }
    bool is_full() const { return records_.size() >= most_bytes; }
    // A changeset of the rows behind this table's header (ChangesetRows::header). It is empty then.
    std::string take(std::string_view header);

  private:
    static constexpr std::size_t most_bytes = std::size_t{32} << 20U;

    struct Row {
        std::uint64_t first;  // the key's first column where it is a number; decides nearly always
        std::uint32_t at;
        std::uint32_t size;
    };
    std::string_view key_of(const Row& row) const;

    std::string records_;
    std::vector<Row> rows_;
};

}  // namespace db
