BeforeAll {
    $script = Join-Path $PSScriptRoot '../tools/Prose/Find-BannedPhrase.ps1'

    function Find-In([string] $Name, [string] $Text) {
        $path = Join-Path $TestDrive $Name
        Set-Content $path $Text
        & $script -Path $path
    }
}

Describe 'The texts of the project' {
    It 'have none of the banned words and phrases, and no sentence of more than 35 words' {
        $found = & $script -Comment | ForEach-Object { "$($_.Place) [$($_.Phrase)] Instead: $($_.Instead)`n    $($_.Text)" }
        $found -join "`n" | Should -BeNullOrEmpty
    }
}

Describe 'Find-BannedPhrase.ps1' {
    It 'finds a phrase in <Where>' -ForEach @(
        @{ Where = 'a message'; Name = 'a.cs'; Text = 'throw new X("This mends the policy.");' }
        @{ Where = 'a message of two lines'; Name = 'a.cs'; Text = "x(`"It is no`"`n    + `$`" role {name}.`");" -replace 'It is no', 'This mends' }
        @{ Where = 'XML documentation'; Name = 'a.cs'; Text = "/// <summary>Repairs it.</summary>`n/// <remarks>It mends`n/// it.</remarks>`nint x;" }
        @{ Where = 'a page'; Name = 'a.md'; Text = "# A`n`nThis page`nmends it.`n" }
        @{ Where = 'a table'; Name = 'a.md'; Text = "| A | B |`n|---|---|`n| x | It mends it. |`n" }
        @{ Where = 'a topic'; Name = 'about_a.help.txt'; Text = "LONG DESCRIPTION`n    It`n    mends it.`n" }
        @{ Where = 'comment-based help'; Name = 'a.ps1'; Text = "<#`n.SYNOPSIS`nIt mends it.`n#>`n1" }
    ) {
        (Find-In $Name $Text).Phrase | Should -Be 'mends'
    }

    It 'names file and line' {
        (Find-In 'b.md' "# A`n`nFine.`n`nIt mends it.").Place | Should -BeLike '*b.md:5'
    }

    It 'finds a sentence with more than one idea' {
        (Find-In 'c.md' (('word ' * 36) + '.')).Phrase | Should -Be '36 words'
        Find-In 'c.md' (('word ' * 35) + '.') | Should -BeNullOrEmpty
    }

    It 'passes over code, comments and good English: <Text>' -ForEach @(
        @{ Name = 'd.cs'; Text = 'var mends = "x"; // It mends it.' }
        @{ Name = 'd.cs'; Text = "var quote = '`"'; var mends = 1 + 1; var other = '`"';" }
        @{ Name = 'd.md'; Text = "``````powershell`nGet-Thing # it mends it`n``````" }
        @{ Name = 'd.md'; Text = 'There is no identity pool of that name. It is no longer supported.' }
        @{ Name = 'd.md'; Text = 'The value must be Equals. It takes about a minute. What is new?' }
    ) {
        Find-In $Name $Text | Should -BeNullOrEmpty
    }

    It 'reads comments when it is told to' {
        $path = Join-Path $TestDrive 'e.cs'
        Set-Content $path "// It mends it.`nint x;"
        (& $script -Path $path -Comment).Phrase | Should -Be 'mends'
    }
}
