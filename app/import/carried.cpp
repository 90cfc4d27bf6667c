#include "app/import/carried.h"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "app/import/import_bytes.h"
#include "app/import/import_rows.h"
#include "app/text/csv.h"
#include "db/records/instruments.h"
#include "db/records/profile.h"
#include "db/records/renumber.h"
#include "schema/kinds/kinds.h"
#include "schema/types/error.h"
#include "schema/types/text.h"

namespace exchange {

namespace {

using std::filesystem::path;

std::string or_dash(std::string text) {
    return text.empty() ? "-" : text;
}

// A line of the file, cell by cell.
class Line {
  public:
    Line(const CsvRow& row, const std::string& file) : row_(row), file_(file) {}

    template <class Value>
    Value next() {
        const auto value = schema::Text<Value>::read(row_.cells[at_++]);
        if (!value) {
            throw misfit();
        }
        return *value;
    }
    std::optional<std::string> next_or_none() {
        auto text = next<std::string>();
        return text.empty() ? std::nullopt : std::optional(std::move(text));
    }
    bool is_over() const { return at_ == row_.cells.size(); }
    schema::Error misfit() const {
        return schema::refused(row_place(file_, row_.line),
                               "is not a line of an export",
                               "export again, and import that");
    }

  private:
    const CsvRow& row_;
    const std::string& file_;
    std::size_t at_ = 0;
};

// Of a file that need not be there; an earlier version wrote the first `fewest` columns at least.
void for_each_line(const path& file,
                   const std::vector<std::string>& header,
                   const std::function<void(Line)>& visit,
                   std::optional<std::size_t> fewest = {}) {
    if (!std::filesystem::exists(file)) {
        return;
    }
    const auto bytes = bytes_of_file(file);
    const auto name = file.string();
    CsvReader reader(bytes, name);
    bool is_header = true;
    std::size_t width = header.size();
    while (const auto* row = reader.next()) {
        if (is_header && row->cells.size() >= fewest.value_or(width)) {
            width = std::min(width, row->cells.size());
        }
        const bool fits =
            row->cells.size() == width &&
            (!is_header || std::equal(row->cells.begin(), row->cells.end(), header.begin()));
        if (!fits) {
            throw Line(*row, name).misfit();
        }
        if (!is_header) {
            visit(Line(*row, name));
        }
        is_header = false;
    }
}

template <class Row>
void renumber(db::Write& write, const CarriedIds& carried, const std::vector<Row>& rows) {
    std::map<std::int64_t, std::int64_t> ids;
    bool differs = false;
    for (const auto& row : rows) {
        if (const auto id = carried.of(row_name(row)); id != 0) {
            ids[row.id.value] = id;
            differs = differs || id != row.id.value;
        }
    }
    if (differs) {
        db::renumber(write, schema::Description<Row>::table, ids);
    }
}

}  // namespace

const std::vector<std::string>& ids_header() {
    static const std::vector<std::string> header{"id", "of"};
    return header;
}

const std::vector<std::string>& links_header() {
    static const std::vector<std::string> header{
        "id", "version", "patient_id", "key", "voided", "expires", "entries"};
    return header;
}

const std::vector<std::string>& accounts_header() {
    static const std::vector<std::string> header{
        "id", "version", "name", "display_name", "role", "language", "active"};
    return header;
}

const std::vector<std::string>& devices_header() {
    static const std::vector<std::string> header{"id", "version", "label", "account", "revoked"};
    return header;
}

std::string row_name(const schema::Instrument& scale) {
    return "instrument " + scale.code;
}

std::string row_name(const schema::DepthLimit& limit) {
    return fmt::format("depth-limit {} {} {}",
                       schema::word(limit.region),
                       or_dash(schema::Text<decltype(limit.fitzpatrick)>::write(limit.fitzpatrick)),
                       schema::Text<bool>::write(limit.radiofrequency));
}

std::string row_name(const schema::CareAdvice& advice) {
    return fmt::format("advice {}", schema::word(advice.subject));
}

std::string row_name(const schema::Score& score, std::string_view code) {
    return fmt::format("score {} {} {} {}",
                       schema::word(*score.origin),
                       *score.origin_id,
                       code,
                       or_dash(schema::Text<decltype(score.region)>::write(score.region)));
}

CarriedIds::CarriedIds(const path& directory) {
    for_each_line(directory / ids_file, ids_header(), [&](Line line) {
        const auto id = line.next<std::int64_t>();
        if (id < 1 || !ids_.emplace(line.next<std::string>(), id).second) {
            throw line.misfit();
        }
    });
}

std::int64_t CarriedIds::of(const std::string& row_name) const {
    const auto found = ids_.find(row_name);
    return found == ids_.end() ? 0 : found->second;
}

void CarriedIds::give_to_settings(db::Write& write) const {
    renumber(write, *this, db::all_instruments(write.book()));
    renumber(write, *this, db::profile_rows<schema::DepthLimit>(write.book()));
    renumber(write, *this, db::profile_rows<schema::CareAdvice>(write.book()));
}

// Of links_header, before links had a last day.
constexpr std::size_t columns_before_codes = 5;

std::vector<db::PatientLink> links_in(const path& directory) {
    std::vector<db::PatientLink> links;
    for_each_line(
        directory / links_file,
        links_header(),
        [&](Line line) {
            auto& link = links.emplace_back();
            link.id = line.next<std::int64_t>();
            link.version = line.next<int>();
            link.patient = line.next<schema::Id<schema::Patient>>();
            link.key = line.next<std::string>();
            link.voided = line.next<bool>();
            if (line.is_over()) {
                return;
            }
            if (const auto day = line.next_or_none()) {
                link.expires = schema::Date::read(*day);
            }
            link.entries = line.next<bool>();
        },
        columns_before_codes);
    return links;
}

std::vector<schema::Account> accounts_in(const path& directory) {
    std::vector<schema::Account> accounts;
    for_each_line(directory / accounts_file, accounts_header(), [&](Line line) {
        auto& account = accounts.emplace_back();
        account.id = line.next<schema::Id<schema::Account>>();
        account.version = line.next<int>();
        account.name = line.next<std::string>();
        account.display_name = line.next_or_none();
        account.role = line.next<schema::AccountRole>();
        account.language = line.next_or_none();
        account.active = line.next<bool>();
    });
    return accounts;
}

std::vector<schema::SignInDevice> devices_in(const path& directory) {
    std::vector<schema::SignInDevice> devices;
    for_each_line(directory / devices_file, devices_header(), [&](Line line) {
        auto& device = devices.emplace_back();
        device.id = line.next<schema::Id<schema::SignInDevice>>();
        device.version = line.next<int>();
        device.label = line.next<std::string>();
        device.account = line.next<schema::Id<schema::Account>>();
        device.revoked = line.next<bool>();
    });
    return devices;
}

}  // namespace exchange
