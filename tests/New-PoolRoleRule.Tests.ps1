BeforeAll {
    Import-Module (Join-Path $PSScriptRoot '../out/CognitoPools/CognitoPools.psd1')
}

Describe 'New-PoolRoleRule' {
    It 'makes a rule, Equals unless said otherwise' {
        $rule = New-PoolRoleRule custom:team web shop-web
        $rule.Claim | Should -Be 'custom:team'
        $rule.Operator | Should -Be 'Equals'
        $rule.Value | Should -Be 'web'
        $rule.Role | Should -Be 'shop-web'
        (New-PoolRoleRule -Claim sub -Operator notequal -Value x -Role r).Operator | Should -Be 'NotEqual'
    }

    It 'makes rules of objects from the pipeline' {
        $rules = [pscustomobject]@{ Claim = 'a'; Operator = 'StartsWith'; Value = '1'; Role = 'one' },
            [pscustomobject]@{ Claim = 'b'; Operator = 'Contains'; Value = '2'; Role = 'two' } | New-PoolRoleRule
        $rules.Operator | Should -Be @('StartsWith', 'Contains')
    }

    It 'refuses <what>' -ForEach @(
        @{ what = 'a claim with a space'; arguments = @{ Claim = 'a b'; Value = 'x'; Role = 'r' }; id = 'InvalidClaim,*' }
        @{ what = 'an empty claim'; arguments = @{ Claim = ''; Value = 'x'; Role = 'r' }; id = 'InvalidClaim,*' }
        @{ what = 'a claim of 65 characters'; arguments = @{ Claim = 'c' * 65; Value = 'x'; Role = 'r' }; id = 'InvalidClaim,*' }
        @{ what = 'an empty value'; arguments = @{ Claim = 'a'; Value = ''; Role = 'r' }; id = 'InvalidValue,*' }
        @{ what = 'a value of 129 characters'; arguments = @{ Claim = 'a'; Value = 'v' * 129; Role = 'r' }; id = 'InvalidValue,*' }
    ) {
        { New-PoolRoleRule @arguments -ErrorAction Stop } | Should -Throw -ErrorId $id
    }

    It 'explains NotEqual in its help' {
        (((Get-Help New-PoolRoleRule).description.Text) -join ' ') |
            Should -BeLike '*NotEqual matches users who have the claim with another value. It does not match users without the claim*'
    }
}
