#include "app/libraries/shared_library.h"

#include <dlfcn.h>

#include "schema/types/error.h"

namespace libraries {

namespace {

[[noreturn]] void refuse(const std::string& name) {
    const char* const why = ::dlerror();
    throw schema::unavailable(name,
                              why == nullptr ? "cannot be loaded" : why,
                              "install it with the packages that README names");
}

}  // namespace

SharedLibrary::SharedLibrary(const std::string& name)
    : name_(name), handle_(::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL)) {
    if (handle_ == nullptr) {
        refuse(name_);
    }
}

void* SharedLibrary::symbol(const char* name) const {
    void* const found = ::dlsym(handle_, name);
    if (found == nullptr) {
        refuse(name_);
    }
    return found;
}

}  // namespace libraries
