#pragma once
// What somebody may do, and which role may: one table of data. The pages, the documents and the
// checks all read it.

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "schema/records/account.h"
#include "schema/types/word.h"

namespace access_control {

enum class Right {
    read_records,
    write_observations,
    void_own,
    void_others,
    override_stop,
    sign_off,
    accept_entries,
    send_own_entries,
    print_reports,
    import_records,
    export_records,
    change_settings,
    manage_people,
    keep_book,
};

using Rights = std::set<Right>;

// A row of the table.
struct RightRow {
    Right right;
    std::string_view sentence;  // what it lets one do, for documents and Settings
    // In the order of schema::AccountRole: owner, clinician, assistant, reader.
    std::array<bool, 4> roles;
};

// Every right once, in the order of the enumeration.
std::span<const RightRow> right_table();

bool role_has(schema::AccountRole role, Right right);
Rights rights_of(schema::AccountRole role);

// The table in Markdown, as docs/security.md has it.
std::string right_table_markdown();

// "read_records, export_records", as a program's token keeps them; nothing for any other text.
std::string rights_text(const Rights& rights);
std::optional<Rights> read_rights(std::string_view text);

}  // namespace access_control

template <>
struct schema::Words<access_control::Right> {
    static constexpr std::array<std::string_view, 14> all{"read_records",
                                                          "write_observations",
                                                          "void_own",
                                                          "void_others",
                                                          "override_stop",
                                                          "sign_off",
                                                          "accept_entries",
                                                          "send_own_entries",
                                                          "print_reports",
                                                          "import_records",
                                                          "export_records",
                                                          "change_settings",
                                                          "manage_people",
                                                          "keep_book"};
};
