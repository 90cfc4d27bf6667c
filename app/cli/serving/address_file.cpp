#include "app/cli/serving/address_file.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/file/staged_path.h"
#include "schema/types/error.h"

namespace cli {

namespace {

constexpr mode_t for_the_group = S_IRUSR | S_IWUSR | S_IRGRP;

}  // namespace

AddressFile::~AddressFile() {
    if (is_ours_) {
        std::error_code none;
        std::filesystem::remove(file_, none);
    }
}

void AddressFile::write(const std::string& address) {
    db::StagedPath staged(file_, db::StagedPath::As::file);
    const auto line = address + "\n";
    const auto written = ::write(staged.descriptor(), line.data(), line.size());
    if (written != static_cast<ssize_t>(line.size()) ||
        ::fchmod(staged.descriptor(), for_the_group) != 0) {
        throw schema::unavailable(file_.string(),
                                  fmt::format("cannot be written: {}", std::strerror(errno)),
                                  "make room there, or name another file with --address-file");
    }
    staged.put_in_place();
    is_ours_ = true;
}

}  // namespace cli
