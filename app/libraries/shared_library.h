#pragma once
// A library of the system that only some commands need, loaded when one does. Linked, every command
// would load it at its start, with all that it needs itself.

#include <string>

namespace libraries {

class SharedLibrary {
  public:
    // By its name for the loader: "libzip.so.4". Stays loaded. Throws schema::Error (unavailable).
    explicit SharedLibrary(const std::string& name);

    // Its function of this name. Throws schema::Error (unavailable) if it has none.
    template <class Function>
    Function function(const char* name) const {
        return reinterpret_cast<Function>(symbol(name));
    }

  private:
    void* symbol(const char* name) const;

    std::string name_;
    void* handle_;
};

}  // namespace libraries
