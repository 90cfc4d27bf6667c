#include "app/access/right.h"

#include <algorithm>

#include <fmt/format.h>

namespace access_control {

namespace {

using enum Right;
using schema::AccountRole;

constexpr std::array<RightRow, 14> rows{{
    {read_records, "read every record, what it scores and how it goes on", {1, 1, 1, 1}},
    {write_observations,
     "register patients, record and correct sessions and what was seen, make patients' links",
     {1, 1, 1, 0}},
    {void_own, "void, restore or undo what they recorded themselves", {1, 1, 1, 0}},
    {void_others,
     "void, restore or undo what others recorded; merge patients, give a record to another",
     {1, 1, 0, 0}},
    {override_stop, "go on over a stop of the safety rules, with a reason", {1, 1, 0, 0}},
    {sign_off, "sign or decline what others ask to be signed before they needle", {1, 1, 0, 0}},
    {accept_entries, "accept or decline what patients told on their own page", {1, 1, 0, 0}},
    {send_own_entries,
     "tell how the own skin feels, on the own page: of a patient by their link, and nothing else",
     {0, 0, 0, 0}},
    {print_reports, "print the report of a patient, or keep it as a file", {1, 1, 1, 0}},
    {import_records, "bring whole tables of records in, which are judged afterwards", {1, 1, 0, 0}},
    {export_records, "take records out: tables, all of the book", {1, 1, 0, 0}},
    {change_settings,
     "change what holds for everybody: the clinic, its limits and advice, scales, adopted studies",
     {1, 0, 0, 0}},
    {manage_people, "add and disable accounts, change roles, devices and tokens", {1, 0, 0, 0}},
    {keep_book, "import a whole book, erase by law, give up lost entries", {1, 0, 0, 0}},
}};

}  // namespace

std::span<const RightRow> right_table() {
    return rows;
}

bool role_has(AccountRole role, Right right) {
    return rows.at(static_cast<std::size_t>(right)).roles.at(static_cast<std::size_t>(role));
}

Rights rights_of(AccountRole role) {
    Rights rights;
    for (const auto& row : rows) {
        if (role_has(role, row.right)) {
            rights.insert(row.right);
        }
    }
    return rights;
}

std::string right_table_markdown() {
    std::string text = "| right |";
    std::string line = "|---|";
    for (const auto role : schema::Words<AccountRole>::all) {
        text += fmt::format(" {} |", role);
        line += "---|";
    }
    text += fmt::format(" lets one |\n{}---|\n", line);
    for (const auto& row : rows) {
        text += fmt::format("| `{}` |", schema::word(row.right));
        for (const bool has : row.roles) {
            text += has ? " yes |" : " – |";
        }
        text += fmt::format(" {} |\n", row.sentence);
    }
    return text;
}

std::string rights_text(const Rights& rights) {
    std::string text;
    for (const auto right : rights) {
        text += fmt::format("{}{}", text.empty() ? "" : ", ", schema::word(right));
    }
    return text;
}

std::optional<Rights> read_rights(std::string_view text) {
    Rights rights;
    while (!text.empty()) {
        const auto end = std::min(text.find(", "), text.size());
        const auto right = schema::read_word<Right>(text.substr(0, end));
        if (!right) {
            return std::nullopt;
        }
        rights.insert(*right);
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return rights.empty() ? std::nullopt : std::optional(rights);
}

}  // namespace access_control
