#pragma once
// The sqlite3 shell, as somebody who goes around the program would use it.

#include <cstdlib>
#include <filesystem>
#include <string>

namespace support {

// Runs SQL on the file; true if the shell took it all.
inline bool sqlite_shell(const std::filesystem::path& file, const std::string& sql) {
    const auto command = "sqlite3 -bail '" + file.string() + "' \"" + sql + "\" >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

// The same for a file of SQL.
inline bool sqlite_shell_script(const std::filesystem::path& file,
                                const std::filesystem::path& script) {
    const auto command =
        "sqlite3 -bail '" + file.string() + "' <'" + script.string() + "' >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

}  // namespace support
