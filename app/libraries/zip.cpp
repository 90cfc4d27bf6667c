#include "app/libraries/zip.h"

#include "app/libraries/shared_library.h"

namespace libraries {

const Zip& zip() {
    static const auto functions = [] {
        const SharedLibrary library(NEEDLEBOOK_ZIP);
        return Zip{
            .discard = library.function<decltype(Zip::discard)>("zip_discard"),
            .error_fini = library.function<decltype(Zip::error_fini)>("zip_error_fini"),
            .error_init = library.function<decltype(Zip::error_init)>("zip_error_init"),
            .error_strerror = library.function<decltype(Zip::error_strerror)>("zip_error_strerror"),
            .fclose = library.function<decltype(Zip::fclose)>("zip_fclose"),
            .file_strerror = library.function<decltype(Zip::file_strerror)>("zip_file_strerror"),
            .fopen_index = library.function<decltype(Zip::fopen_index)>("zip_fopen_index"),
            .fread = library.function<decltype(Zip::fread)>("zip_fread"),
            .get_name = library.function<decltype(Zip::get_name)>("zip_get_name"),
            .get_num_entries =
                library.function<decltype(Zip::get_num_entries)>("zip_get_num_entries"),
            .name_locate = library.function<decltype(Zip::name_locate)>("zip_name_locate"),
            .open_from_source =
                library.function<decltype(Zip::open_from_source)>("zip_open_from_source"),
            .source_buffer_create =
                library.function<decltype(Zip::source_buffer_create)>("zip_source_buffer_create"),
            .source_free = library.function<decltype(Zip::source_free)>("zip_source_free"),
            .stat_index = library.function<decltype(Zip::stat_index)>("zip_stat_index"),
            .stat_init = library.function<decltype(Zip::stat_init)>("zip_stat_init"),
            .strerror = library.function<decltype(Zip::strerror)>("zip_strerror"),
        };
    }();
    return functions;
}

}  // namespace libraries
