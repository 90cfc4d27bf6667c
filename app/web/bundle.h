#pragma once
// The bundled pages, scripts and styles of the web app; they are part of the program.

#include <span>
#include <string_view>

namespace web {

struct BundledFile {
    std::string_view name;   // "app.js"
    std::string_view bytes;  // lives as long as the program
};

// All of them: app.css, app.js, index.html; report.html, a report without its data; texts_en.json
// and those of other languages; fonts;
// service_worker.js, manifest.webmanifest and the icons; pose.js and its models, which only pages
// of photographs ask for.
std::span<const BundledFile> bundled_files();

// The bytes of the file of that name; empty when there is none.
std::string_view bundled(std::string_view name);

}  // namespace web
