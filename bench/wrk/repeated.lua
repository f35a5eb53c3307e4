-- One badge, again and again.
dofile(debug.getinfo(1, "S").source:sub(2):match("^(.*/)") .. "report.lua")
