# Words and phrases that the project's texts avoid, each with what a native speaker writes instead. A pattern is a
# regular expression that ignores case, and takes one space for any white space.
@{
    Phrases = @(
        @{ Pattern = '\bmend(s|ed|ing)?\b'; Instead = 'repairs, fixes' }
        @{ Pattern = '\bstands?\b(?! for\b)'; Instead = 'is, is listed, stays unchanged, replaces' }
        @{ Pattern = '\b(is|are|was|were) gone\b'; Instead = 'no longer exists, was deleted' }
        @{ Pattern = '\bSay (-|with\b|which\b|what\b)|\b(you|was|is|were) said\b'; Instead = 'Specify, specified' }
        @{ Pattern = '(?<!\b(there|this|that|here)) (is|are) no (?!longer\b|more\b|[a-z]+ (in|for|on|of)\b)'; Instead = 'is not a, is not valid' }
        @{ Pattern = '\bas ever\b'; Instead = 'as usual' }
        @{ Pattern = '\bof (its|their|your|his) own\b'; Instead = 'its own ..., a separate ...' }
        @{ Pattern = '\bunder way\b'; Instead = 'in progress' }
        @{ Pattern = '\bfrom nobody\b'; Instead = 'is not available, no one' }
        @{ Pattern = '\bbrings? (it|them|\S+ \S+) to (what|them|it)\b'; Instead = 'updates' }
        @{ Pattern = '(^|[.!] )What [^.?!]{3,120}[.,] '; Instead = 'name the subject: "The steps that ..."' }
        @{ Pattern = '(^|[.!] )Without it[:,]'; Instead = 'By default, ...' }
        @{ Pattern = '\bpassed over\b'; Instead = 'skipped, ignored' }
        @{ Pattern = '\bfor good\b'; Instead = 'permanently' }
        @{ Pattern = '\bonce more\b'; Instead = 'again' }
        @{ Pattern = '\bwhom\b'; Instead = 'who, that' }
        @{
            Pattern = '\bmakes? (an?|one|the|two|its) (new |default |guest )?(pool|role|identit(y|ies)|token|rule|sandbox|provider|policy|document)s?\b'
            Instead = 'creates'
        }
        @{ Pattern = '\bmakes? (an?|one|the|two|its) (new )?identity pools?\b'; Instead = 'creates' }
        @{ Pattern = '\b(is|are) there already\b|\balready there\b'; Instead = 'already exists' }
        @{ Pattern = '\b(is|are) not there\b'; Instead = 'does not exist' }
        @{ Pattern = '\blives in\b'; Instead = 'is in' }
        @{ Pattern = '\b(but for|save for)\b'; Instead = 'except for' }
        @{ Pattern = '\bis meant\b'; Instead = 'name what was expected' }
        @{
            # A duration, an effect and a place are good English.
            Pattern = '\btakes (?!about|up to|\d|some|effect|precedence|place|long|seconds|minutes|an? (few|while|minute|second|hour)|turns|part|over)'
            Instead = 'accepts, requires, removes, uses'
        }
        @{ Pattern = '\bgives (?!access|up)'; Instead = 'returns, grants, specifies' }
        @{ Pattern = '\bgive the caller\b'; Instead = 'grant the caller' }
        @{ Pattern = '\bsays (which|what|who|whom|why|how|so|that|whether|it)\b'; Instead = 'shows, explains, states' }
        @{ Pattern = '\bwhat [A-Z]\w+-\w+ (wrote|gave|gives|writes|returned|returns|shows|made|makes)\b'; Instead = 'the output of ...' }
        @{ Pattern = '\bneeds? an eye\b'; Instead = 'needs attention' }
        @{ Pattern = '\b(is|are) asked for\b'; Instead = 'prompts for' }
        @{ Pattern = ', else\b'; Instead = 'otherwise' }
        @{ Pattern = '\bbeside\b'; Instead = 'next to, alongside, in addition to' }
        @{ Pattern = '\b(is|are|was|were) to be\b'; Instead = 'must be, will be' }
        @{ Pattern = '\b(has|have) to be\b'; Instead = 'must be' }
        @{ Pattern = '\bin vain\b'; Instead = 'without success' }
        @{ Pattern = '\ba sum\b|\bits sum\b'; Instead = 'a total, a summary' }
        @{ Pattern = '\bholds\b'; Instead = 'contains, has' }
        @{ Pattern = '\btold (of|so|about|out|from)\b'; Instead = 'reported, informed' }
        @{ Pattern = '\bof (the )?one''s\b'; Instead = 'rewrite' }
        @{ Pattern = '\bshall\b'; Instead = 'must, will' }
        @{ Pattern = '\bless (denies|what)\b'; Instead = 'minus, without' }
        @{ Pattern = '\bthe words are\b'; Instead = 'The message is from AWS' }
        @{ Pattern = '\bforgets\b'; Instead = 'removes, clears' }
        @{ Pattern = '\bgoes on\b'; Instead = 'continues' }
        @{ Pattern = '\bin one go\b|\bat one go\b'; Instead = 'in one call, at once' }
        @{ Pattern = '\bkinds? of thing\b|\bsomething else than\b'; Instead = 'something other than' }
        @{ Pattern = '\bin front of\b'; Instead = 'before' }
        @{ Pattern = '\bmight be\b.*\bmight be\b'; Instead = 'one uncertainty a sentence' }
    )
    # Above this, a sentence has more than one idea.
    LongestSentence = 35
}
