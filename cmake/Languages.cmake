# SPDX-License-Identifier: Apache-2.0
# assets/languages/de.po becomes share/locale/de/LC_MESSAGES/kith.mo beside the programs, where an installed Kith has
# it, too.
add_custom_target(kith_languages ALL)
file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/languages/*.po)
foreach(catalogue ${catalogues})
  cmake_path(GET catalogue STEM language)
  set(folder ${PROJECT_BINARY_DIR}/share/locale/${language}/LC_MESSAGES)
  add_custom_command(
    OUTPUT ${folder}/kith.mo
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} --check-format -o ${folder}/kith.mo ${catalogue}
    DEPENDS ${catalogue}
    COMMENT "Compiling the catalogue of \"${language}\"" VERBATIM)
  add_custom_target(kith_language_${language} DEPENDS ${folder}/kith.mo)
  add_dependencies(kith_languages kith_language_${language})
endforeach()
