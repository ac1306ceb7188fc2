"""When: dates, times, zones and the lines that are nothing else, as news pages print them."""
