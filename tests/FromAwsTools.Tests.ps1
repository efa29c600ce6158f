# Each operation of about_CognitoPools_FromAwsTools: its name, and below it the commands of AWS.Tools, the AWS CLI and this module.
$text = (Get-Content (Join-Path $PSScriptRoot '../en-US/about_CognitoPools_FromAwsTools.help.txt') -Raw) -replace "`r"
$entries = foreach ($entry in [regex]::Matches(
        $text, '(?m)^ {4}(\w+)\n {8}AWS\.Tools +(\S+)\n {8}AWS CLI +(\S+)\n {8}This module +((?:[^\n]+\n {21})*[^\n]+)\n')) {
    $groups = $entry.Groups
    @{ operation = $groups[1].Value; tools = $groups[2].Value; cli = $groups[3].Value; own = $groups[4].Value -split '\n +' }
}
$model = Get-Content (Join-Path $PSScriptRoot '../service-models/cognito-identity.json') -Raw | ConvertFrom-Json
$operations = @($model.operations.PSObject.Properties.Name)

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'about_CognitoPools_FromAwsTools' {
    It 'lists each operation of the service once' -ForEach @{ listed = $entries.operation; operations = $operations } {
        $operations.Count | Should -Be 23
        ($listed | Sort-Object) -join ' ' | Should -BeExactly (($operations | Sort-Object) -join ' ')
    }

    It 'lists a different cmdlet of AWS.Tools for each' -ForEach @{ tools = $entries.tools } {
        @($tools -cnotmatch '^[A-Z][a-z]+-CGI[A-Z]\w+$') | Should -HaveCount 0
        @($tools | Sort-Object -Unique) | Should -HaveCount $tools.Count
    }

    It 'lists the AWS CLI command of <operation>' -ForEach $entries {
        $cli | Should -BeExactly ($operation -creplace '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
    }

    It 'lists commands and parameters of this module for <operation>' -ForEach $entries {
        foreach ($line in $own) {
            $line | Should -Match '^\w+-\w+( -\w+| \([\w ]+\))?$'
            $name, $parameter = $line -replace ' \(.*' -split ' -'
            $command = Get-Command $name -Module CognitoPools -ErrorAction Stop
            if ($parameter) { @($command.Parameters.Keys) | Should -Contain $parameter }
        }
    }

    It 'is in the list of topics' {
        (Get-Content (Join-Path $PSScriptRoot '../en-US/about_CognitoPools.help.txt')) |
            Should -Contain '    about_CognitoPools_FromAwsTools'
    }
}
