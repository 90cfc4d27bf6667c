#include "app/import/workbook/archive.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "app/libraries/zip.h"
#include "app/text/utf8.h"

namespace exchange::workbook {

namespace {

constexpr std::uint64_t megabyte = 1024 * 1024;

schema::Error damaged_zip(const std::string& file, const std::string& why) {
    return schema::refused(file,
                           fmt::format("is a damaged zip file: {}", why),
                           "copy or download it again; a workbook that opens can be saved anew")
        .as("zip_damaged");
}

zip* opened(std::string_view bytes, const std::string& file) {
    zip_error_t error;
    libraries::zip().error_init(&error);
    auto* const source =
        libraries::zip().source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* const found =
        source ? libraries::zip().open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (found == nullptr) {
        const std::string why = libraries::zip().error_strerror(&error);
        libraries::zip().source_free(source);
        libraries::zip().error_fini(&error);
        throw damaged_zip(file, why);
    }
    libraries::zip().error_fini(&error);
    return found;
}

class OpenPart {
  public:
    OpenPart(zip* archive, std::uint64_t index)
        : part_(libraries::zip().fopen_index(archive, index, 0)) {}
    ~OpenPart() {
        if (part_ != nullptr) {
            libraries::zip().fclose(part_);
        }
    }
    OpenPart(const OpenPart&) = delete;
    OpenPart& operator=(const OpenPart&) = delete;
    zip_file* get() const { return part_; }

  private:
    zip_file* part_;
};

}  // namespace

Archive::Archive(std::string_view bytes, std::string file, Progress progress)
    : file_(std::move(file)),
      zip_(opened(bytes, file_), [](zip* open) { libraries::zip().discard(open); }),
      progress_(std::move(progress)) {
    const auto count = libraries::zip().get_num_entries(zip_.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > ArchiveBounds::parts) {
        throw schema::refused(
            file_,
            fmt::format(
                "is a zip file of {} parts; at most {} are read", count, ArchiveBounds::parts),
            "save the sheet as .xlsx or CSV")
            .as("zip_parts",
                {{"count", static_cast<int>(count)},
                 {"most", static_cast<int>(ArchiveBounds::parts)}});
    }
    size_of_tables_ = progress_ ? size_of_tables() : 0;
}

Archive::~Archive() = default;

// Pictures and the like are never unpacked.
std::uint64_t Archive::size_of_tables() const {
    std::uint64_t all = 0;
    const auto count = libraries::zip().get_num_entries(zip_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t about;
        libraries::zip().stat_init(&about);
        if (libraries::zip().stat_index(zip_.get(), static_cast<zip_uint64_t>(i), 0, &about) == 0 &&
            (about.valid & ZIP_STAT_SIZE) != 0 && (about.valid & ZIP_STAT_NAME) != 0 &&
            std::string_view(about.name).ends_with(".xml")) {
            all += std::min(about.size, ArchiveBounds::all);
        }
    }
    return all;
}

void Archive::tell() const {
    if (size_of_tables_ > 0) {
        progress_(
            std::min(1.0, static_cast<double>(unpacked_) / static_cast<double>(size_of_tables_)));
    }
}

bool Archive::has(const std::string& part) const {
    return libraries::zip().name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

std::vector<std::string> Archive::parts() const {
    std::vector<std::string> all;
    const auto count = libraries::zip().get_num_entries(zip_.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* const name =
            libraries::zip().get_name(zip_.get(), static_cast<zip_uint64_t>(i), 0);
        all.emplace_back(name == nullptr ? "" : name);
    }
    return all;
}

schema::Error Archive::refusal(const std::string& part, const std::string& what) const {
    return schema::refused(fmt::format("{}: part {}", file_, excerpt(part)),
                           what,
                           "open it in the spreadsheet program and save the sheet anew, as .xlsx "
                           "or CSV")
        .as("workbook_damaged");
}

void Archive::read(const std::string& part,
                   const std::function<bool(std::string_view)>& take) const {
    const auto found = libraries::zip().name_locate(zip_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (found < 0) {
        throw refusal(part, "is missing: the workbook is damaged");
    }
    const auto index = static_cast<zip_uint64_t>(found);
    zip_stat_t about;
    libraries::zip().stat_init(&about);
    if (libraries::zip().stat_index(zip_.get(), index, 0, &about) != 0 ||
        (about.valid & ZIP_STAT_SIZE) == 0) {
        throw refusal(part, "has no size: the workbook is damaged");
    }
    if (about.size > ArchiveBounds::part || unpacked_ + about.size > ArchiveBounds::all) {
        throw refusal(part,
                      fmt::format("is of {} MB when it is unpacked; at most {} MB are read",
                                  about.size / megabyte,
                                  ArchiveBounds::part / megabyte))
            .as("workbook_large");
    }
    if (about.size > ArchiveBounds::small && about.size / ArchiveBounds::ratio > about.comp_size) {
        throw refusal(part,
                      fmt::format("unpacks to {} MB, more than {} times its size: no sheet does",
                                  about.size / megabyte,
                                  ArchiveBounds::ratio))
            .as("workbook_large");
    }
    if (about.encryption_method != ZIP_EM_NONE) {
        throw refusal(part, "is encrypted").as("workbook_password");
    }
    const OpenPart open(zip_.get(), index);
    if (open.get() == nullptr) {
        throw refusal(part,
                      fmt::format("cannot be unpacked: {}", libraries::zip().strerror(zip_.get())));
    }
    std::array<char, 65'536> piece{};
    for (std::uint64_t size = 0;;) {
        const auto count = libraries::zip().fread(open.get(), piece.data(), piece.size());
        if (count < 0) {
            throw refusal(
                part, fmt::format("is damaged: {}", libraries::zip().file_strerror(open.get())));
        }
        if (count == 0) {
            return;
        }
        size += static_cast<std::uint64_t>(count);
        unpacked_ += static_cast<std::uint64_t>(count);
        if (size > about.size) {
            throw refusal(part, "unpacks to more than the zip file declares");
        }
        tell();
        if (!take({piece.data(), static_cast<std::size_t>(count)})) {
            return;
        }
    }
}

std::string Archive::beginning(const std::string& part) const {
    std::string text;
    read(part, [&](std::string_view piece) {
        text += piece;
        return false;
    });
    return text;
}

}  // namespace exchange::workbook
