#include "app/web/bundle.h"

#include <algorithm>

namespace web {

std::string_view bundled(std::string_view name) {
    const auto files = bundled_files();
    const auto found = std::find_if(
        files.begin(), files.end(), [&](const BundledFile& file) { return file.name == name; });
    return found == files.end() ? std::string_view{} : found->bytes;
}

}  // namespace web
