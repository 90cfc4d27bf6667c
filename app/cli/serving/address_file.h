#pragma once
// A file that always has an address which lets a browser in: for the entry in the menu of programs,
// where the program runs as a service and nobody sees what it prints.

#include <filesystem>
#include <optional>
#include <string>

namespace cli {

class AddressFile {
  public:
    explicit AddressFile(std::filesystem::path file) : file_(std::move(file)) {}
    ~AddressFile();  // removes it
    AddressFile(const AddressFile&) = delete;
    AddressFile& operator=(const AddressFile&) = delete;

    // Its only line from now on; mode 0640: whoever may come in is in the file's group. Throws
    // schema::Error: full or unavailable where it cannot be written, refused where another process
    // is writing it.
    void write(const std::string& address);

  private:
    std::filesystem::path file_;
    bool is_ours_ = false;
};

}  // namespace cli
