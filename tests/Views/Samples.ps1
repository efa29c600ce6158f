# What the golden views show: for each type with a view a few objects with fixed values, among them the longest that the
# services allow. Dot-sourced by Views.Tests.ps1; gives an ordered table of type name to objects.
$short = 'us-east-1:12345678-1234-1234-1234-123456789012'
$long = 'ap-southeast-1:87654321-4321-4321-4321-210987654321'
$roleArn = 'arn:aws:iam::123456789012:role'
$path = "$roleArn/cognitopools/ap-southeast-1/87654321-4321-4321-4321-210987654321"
$longRole = 'a-role-name-of-sixty-four-characters-which-is-the-longest-of-all'
$userPool = 'cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123'
$oidc = 'arn:aws:iam::123456789012:oidc-provider/login.a-company-with-a-long-name.example.com/tenants/12345678'
$date = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Local)

# Sets what only an initializer may set; a table of texts becomes the type that the objects have.
function New-Sample([type]$Type, [hashtable]$Value) {
    $sample = [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($Type)
    foreach ($property in $Type.GetProperties() | Where-Object CanWrite) {
        $given = if ($Value.ContainsKey($property.Name)) { $Value[$property.Name] }
        elseif ($property.PropertyType.Name -eq 'ReadableTable') { @{} }
        elseif ($property.PropertyType.Name -eq 'IReadOnlyList`1' -and $property.Name -notin 'UsedBy', 'Policies') { @() }
        else { continue }
        if ($property.PropertyType.Name -eq 'ReadableTable') {
            $pairs = [Collections.Generic.Dictionary[string, string]]::new()
            foreach ($key in $given.Keys) { $pairs[$key] = $given[$key] }
            $given = $property.PropertyType::Empty.SetItems($pairs)
        }
        elseif ($property.PropertyType.Name -eq 'IReadOnlyList`1') {
            # The statement above gives one item instead of a list of one.
            $items = @($given)
            $given = [Array]::CreateInstance($property.PropertyType.GenericTypeArguments[0], $items.Count)
            for ($index = 0; $index -lt $items.Count; $index++) { $given[$index] = $items[$index] }
        }
        else { $given = [Management.Automation.LanguagePrimitives]::ConvertTo($given, $property.PropertyType) }
        $property.SetValue($sample, $given)
    }
    $sample
}

# An object with the view of a type that scripts cannot make.
function New-Shown([string]$Type, [Collections.IDictionary]$Value, [string]$Text) {
    $shown = [pscustomobject]$Value
    $shown.psobject.TypeNames.Insert(0, $Type)
    $shown | Add-Member ScriptMethod ToString ([scriptblock]::Create("'$($Text -replace "'", "''")'")) -Force -PassThru
}

$rules = @(
    New-Sample ([CognitoPools.PoolRoleRule]) @{ Claim = 'hd'; Operator = 'Equals'; Value = 'example.com'; Role = "$roleArn/staff" }
    New-Sample ([CognitoPools.PoolRoleRule]) @{ Claim = 'http://schemas.example.com/identity/claims/department'
        Operator = 'StartsWith'; Value = 'sales and marketing of the northern regions'; Role = "$path/$longRole" }
)
$mapping = New-Sample ([CognitoPools.AttributeMapping]) @{ Mode = 'Custom'; Tags = @{ department = 'hd'; user = 'sub' } }
$inactive = New-Sample ([CognitoPools.AttributeMapping]) @{ Mode = 'Inactive' }
$providers = @(
    New-Sample ([CognitoPools.PoolIdentityProvider]) @{ IdentityPoolId = $short; Type = 'CognitoUserPool'; Name = $userPool
        ClientId = '1example23456789abcdefghij'; ServerSideTokenCheck = $true; AttributeMapping = $mapping }
    New-Sample ([CognitoPools.PoolIdentityProvider]) @{ IdentityPoolId = $short; Type = 'Google'; Name = 'accounts.google.com'
        ClientId = '123456789012-abcdefghijklmnopqrstuvwxyz012345.apps.googleusercontent.com'; RoleSetting = 'Rules'
        RoleResolution = 'Deny'; Rules = $rules; AttributeMapping = $inactive }
    New-Sample ([CognitoPools.PoolIdentityProvider]) @{ IdentityPoolId = $short; Type = 'OpenIdConnect'; Name = $oidc
        RoleSetting = 'Token'; RoleResolution = 'AuthenticatedRole'; AttributeMapping = $inactive }
)
$policies = @(
    New-Sample ([CognitoPools.PoolRolePolicy]) @{ Name = 'permissions'; Document = '{"Version":"2012-10-17","Statement":[]}' }
    New-Sample ([CognitoPools.PoolRolePolicy]) @{ Name = 'AmazonS3ReadOnlyAccess'
        Arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' }
)
$trusted = @(
    New-Sample ([CognitoPools.TrustedPool]) @{ IdentityPoolId = $short; State = 'Exists'; Name = 'shop' }
    New-Sample ([CognitoPools.TrustedPool]) @{ IdentityPoolId = $long; State = 'NotInAccount' }
    New-Sample ([CognitoPools.TrustedPool]) @{ IdentityPoolId = '*'; State = 'Pattern' }
)
$use = New-Sample ([CognitoPools.PoolRoleUse]) @{ IdentityPoolId = $short; Name = 'shop'; IdentityType = 'Guest'; Use = 'GuestRole'
    RoleArn = "$roleArn/guests" }
$part = New-Sample ([CognitoPools.PoolPermissionPart]) @{ Action = @('s3:*'); NotAction = @('s3:DeleteBucket'); Resource = @('*')
    Condition = 'aws:SecureTransport is true'; Source = 'boundary, statement 1' }
$unreadable = [CognitoPools.UnreadablePart]::new('Attribute mappings', 'cognito-identity:GetPrincipalTagAttributeMap',
    'User: arn:aws:iam::123456789012:user/anna is not authorized to perform the operation')
$document = [CognitoPools.PlanDocument]::new("trust policy of role $longRole", "{`n  `"Version`": `"2012-10-17`"`n}")
$steps = @(
    New-Shown CognitoPools.PlanStep ([ordered]@{ Description = "Create IAM role $longRole"; Operation = 'iam:CreateRole'
        Target = $longRole; CanBeUndone = $true; Changes = @(); Documents = @($document) }) ''
    New-Shown CognitoPools.PlanStep ([ordered]@{ Description = "Delete identity pool shop ($long)"
        Operation = 'cognito-identity:SetPrincipalTagAttributeMap'; Target = "shop ($long)"; CanBeUndone = $false
        Changes = @('GuestAccess: False -> True'); Documents = @() }) ''
)
$counts = @(
    [CognitoPools.PoolIdentityProviderCount]::new('CognitoUserPool', $userPool, 123456789, 0.62)
    [CognitoPools.PoolIdentityProviderCount]::new('Google', 'accounts.google.com', 123456, 0.0006)
    [CognitoPools.PoolIdentityProviderCount]::new('OpenIdConnect', $oidc.Substring($oidc.IndexOf('login')), 7, 0)
)

# Ages as a measurement gives them: each with the sum of itself and the older ones.
function New-Age([long[]]$Count) {
    $names = '< 1 day', '< 7 days', '< 30 days', '< 90 days', '< 180 days', '< 1 year', '< 2 years', 'older'
    $total = [Math]::Max(1, ($Count | Measure-Object -Sum).Sum)
    $before = [long]0
    $rows = foreach ($group in 7..0) {
        $before += $Count[$group]
        New-Sample ([CognitoPools.PoolIdentityAge]) @{ Age = $names[$group]; Before = $date.AddDays(-7 * $group); Count = $Count[$group]
            Guests = [long]($Count[$group] / 2); CountBefore = $before; GuestsBefore = [long]($before / 2); Share = $Count[$group] / $total }
    }
    [array]::Reverse($rows)
    , $rows
}

$small = New-Age 12, 30, 0, 8, 100, 20, 3, 27
$large = New-Age 123456, 1234567, 234567, 3456789, 100, 0, 5, 6789012
$days = @(
    New-Sample ([CognitoPools.PoolIdentityDay]) @{ Day = [datetime]::new(2023, 1, 2, 0, 0, 0, [DateTimeKind]::Utc)
        Count = [long]12; Guests = [long]5; Authenticated = [long]7 }
    New-Sample ([CognitoPools.PoolIdentityDay]) @{ Day = [datetime]::new(2026, 1, 2, 0, 0, 0, [DateTimeKind]::Utc)
        Count = [long]188; Guests = [long]145; Authenticated = [long]43 }
)
$largeDay = New-Sample ([CognitoPools.PoolIdentityDay]) @{ Day = [datetime]::new(2026, 1, 2, 0, 0, 0, [DateTimeKind]::Utc)
    Count = [long]124691396; Guests = [long]1234567; Authenticated = [long]123456829 }
$sandboxTime = [DateTimeOffset]::new(2026, 1, 2, 3, 4, 5, 678, [TimeSpan]::Zero)
$rates = [Collections.Generic.Dictionary[string, double]]::new()
$rates['DeleteIdentities'] = 2.5

[ordered]@{
    IdentityPool = @(
        New-Sample ([CognitoPools.IdentityPool]) @{ IdentityPoolId = $short; Name = 'shop'; Region = 'us-east-1'; GuestAccess = $true
            BasicFlow = 'Inactive'; AuthenticatedRole = "$roleArn/service-role/shop-users"; GuestRole = "$path/$longRole"
            Providers = $providers; Tags = @{ stage = 'dev'; team = 'web' } }
        New-Sample ([CognitoPools.IdentityPool]) @{ IdentityPoolId = $long; Name = 'a long name ' * 10 + 'of 128 ch'
            Region = 'ap-southeast-1'; Unreadable = @($unreadable) }
    )
    PoolAccount = @(
        New-Shown CognitoPools.PoolAccount ([ordered]@{ AccountId = '123456789012'
            CallerArn = 'arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_AdministratorAccess_0123456789abcdef/anna@example.com'
            Region = 'ap-southeast-1'; ProfileName = 'production'; EndpointUrl = $null; IsSandbox = $false; RequestRates = $rates }) ''
    )
    PoolSandbox = @(
        New-Shown CognitoPools.PoolSandbox ([ordered]@{ AccountId = '123456789012'; Time = $date; Latency = [timespan]::FromMilliseconds(20)
            IamDelay = [timespan]::FromSeconds(9); RequestRates = $rates
            Faults = @([pscustomobject]@{ Kind = 'Throttle'; Operation = 'ListIdentities' }); Calls = @(1..2000) }) ''
    )
    PoolDocument = @(
        New-Sample ([CognitoPools.PoolDocument]) @{ Name = 'shop'; Region = 'us-east-1'; Text = "{`n  `"version`": 1,`n  `"name`": `"shop`"`n}`n" }
    )
    PoolPlan = @(
        New-Shown CognitoPools.PoolPlan ([ordered]@{ IdentityPool = "shop ($long)"; Region = 'ap-southeast-1'; Steps = $steps
            Warnings = @('Guests get in.'); IsEmpty = $false }) "1. Create IAM role $longRole`n2. Delete identity pool shop (cannot be undone)"
        New-Shown CognitoPools.PoolPlan ([ordered]@{ IdentityPool = 'new'; Region = 'us-east-1'; Steps = @(); Warnings = @(); IsEmpty = $true }) ''
    )
    PlanStep = $steps
    PlanDocument = @($document)
    PlanLeftover = @([CognitoPools.PlanLeftover]::new("IAM role $longRole", "Remove-PoolRole $longRole"))
    PoolDocumentDifference = @(
        New-Sample ([CognitoPools.PoolDocumentDifference]) @{ IdentityPool = 'shop'; Path = 'guestAccess'; Expected = 'false'
            Actual = 'true'; Reference = 'shop.json'; Source = "shop ($short)" }
        New-Sample ([CognitoPools.PoolDocumentDifference]) @{ IdentityPool = 'a long name ' * 10 + 'of 128 ch'
            Path = "roles.authenticated.inlinePolicies['cognito-identity-pool-permissions'].Statement[12].Action[3]"
            Expected = 'cognito-identity:GetCredentialsForIdentity'; Reference = 'C:\pools\production\shop.json'; Source = "shop ($long)" }
    )
    PoolFinding = @(
        New-Sample ([CognitoPools.PoolFinding]) @{ Id = 'GuestEnabled'; Severity = 'Medium'; Status = 'Found'; IdentityPoolId = $short
            Pool = 'shop'; Target = 'Guest access'; Evidence = 'GuestAccess: True'
            Why = 'Anyone who knows the id of the pool gets AWS credentials.'; Remedy = "Set-PoolGuestAccess '$short' -Disable"
            Reference = 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html' }
        New-Sample ([CognitoPools.PoolFinding]) @{ Id = 'TrustAuthenticatedAllowsGuest'; Severity = 'Critical'; Status = 'Found'
            IdentityPoolId = $long; Pool = 'a long name ' * 10 + 'of 128 ch'; Target = "Role $longRole, statement 2"
            Evidence = '{"Effect":"Allow"}'; Why = 'A guest becomes a user.'; Remedy = "# one`nSet-PoolRole '$long' Authenticated -RepairTrust"
            Reference = 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html' }
        New-Sample ([CognitoPools.PoolFinding]) @{ Id = 'NotChecked'; Severity = 'Info'; Status = 'NotChecked'; IdentityPoolId = $short
            Pool = 'shop'; Target = 'Role shop-users'; Evidence = 'iam:GetRole: denied'; Why = 'These checks could not be made: RoleShared.'
            Remedy = '# Grant iam:GetRole to the caller.'
            Reference = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html' }
        New-Sample ([CognitoPools.PoolFinding]) @{ Id = 'TrustOrphan'; Severity = 'High'; Status = 'Suppressed'; Target = 'Role old-users'
            Evidence = '{"Effect":"Allow"}'; Why = 'It is left over.'; Remedy = '# aws iam delete-role'
            Suppression = 'Goes with the old app (until 2027-01-31)'
            Reference = 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html' }
    )
    PoolIdentityProvider = $providers
    AttributeMapping = @($mapping, $inactive)
    PoolRoleRule = $rules
    PoolRole = @(
        New-Sample ([CognitoPools.PoolRole]) @{ IdentityPoolId = $short; IdentityType = 'Authenticated'
            Use = @('AuthenticatedRole', 'Rule 1 of accounts.google.com'); RoleArn = "$roleArn/service-role/shop-users"
            RoleName = 'shop-users'; Trust = 'Trusted'; Reason = 'Statement 1 lets authenticated users assume the role.'
            Policies = $policies; TrustPolicy = '{"Version":"2012-10-17"}' }
        New-Sample ([CognitoPools.PoolRole]) @{ IdentityPoolId = $long; IdentityType = 'Guest'; Use = @('GuestRole')
            RoleArn = "$path/$longRole"; RoleName = $longRole; Trust = 'NotTrusted'; CreatedByModule = $true
            Reason = "No statement lets guests of $long assume the role: the condition of statement 1 asks for another pool."
            WorkingStatement = '{"Effect":"Allow"}'; Findings = @('Guests besides authenticated users can assume the role.') }
        New-Sample ([CognitoPools.PoolRole]) @{ IdentityPoolId = $short; IdentityType = 'Guest'; Use = @('GuestRole')
            RoleArn = "$roleArn/guests"; RoleName = 'guests'; Trust = 'Conditional'; Reason = 'It depends on an address.'
            Conditions = @('IpAddress aws:SourceIp 10.0.0.0/8') }
    )
    PoolRolePolicy = $policies
    PoolRoleUse = @($use)
    FoundPoolRole = @(
        New-Sample ([CognitoPools.FoundPoolRole]) @{ RoleName = 'guests'; RoleArn = "$roleArn/guests"; Path = '/'; Pools = $trusted
            Admits = [CognitoPools.PoolIdentityType[]]('Guest', 'Authenticated'); Open = $true; UsedBy = @($use)
            Findings = @('Users of any identity pool can assume the role.') }
        New-Sample ([CognitoPools.FoundPoolRole]) @{ RoleName = $longRole; RoleArn = "$path/$longRole"; Path = '/x/'
            Pools = @($trusted[1]); Admits = [CognitoPools.PoolIdentityType[]]@('Guest'); Orphaned = $true; CreatedByModule = $true }
    )
    TrustedPool = $trusted
    UnreadablePart = @($unreadable)
    PoolPermission = @(
        New-Sample ([CognitoPools.PoolPermission]) @{ IdentityPoolId = $short; IdentityType = 'Guest'; Flow = 'Enhanced'
            Role = "$roleArn/guests"; Action = 's3:GetObject'; Resource = 'arn:aws:s3:::my-shop-pictures/*'
            Source = 'inline policy permissions, statement 1' }
        New-Sample ([CognitoPools.PoolPermission]) @{ IdentityPoolId = $short; IdentityType = 'Authenticated'; Flow = 'Enhanced'
            Role = "$path/$longRole"; Action = 'cognito-identity:GetCredentialsForIdentity'; Resource = '*'
            NotResource = @('arn:aws:s3:::secret/*'); Condition = 'aws:PrincipalTag/user is ${s3:prefix}'; Except = @($part)
            Source = 'managed policy reader, statement 1' }
    )
    PoolPermissionPart = @($part)
    PoolIdentity = @(
        New-Sample ([CognitoPools.PoolIdentity]) @{ IdentityId = $short; IdentityPoolId = $short; CreationDate = $date
            LastModifiedDate = $date.AddHours(20) }
        New-Sample ([CognitoPools.PoolIdentity]) @{ IdentityId = $short; IdentityPoolId = $short; CreationDate = $date
            LastModifiedDate = $date; Logins = @($userPool) }
        New-Sample ([CognitoPools.PoolIdentity]) @{ IdentityId = $long; IdentityPoolId = $long; CreationDate = $date
            LastModifiedDate = $date; Logins = @('accounts.google.com', 'graph.facebook.com', $userPool, $oidc.Substring($oidc.IndexOf('login'))) }
    )
    PoolIdentityRemoval = @(
        [CognitoPools.PoolIdentityRemoval]::new($short, $short, 'Removed', $null)
        [CognitoPools.PoolIdentityRemoval]::new($long, $long, 'Failed', 'Rate exceeded. It was tried 12 times.')
        [CognitoPools.PoolIdentityRemoval]::new($short, $null, 'Unknown', 'The connection broke.')
    )
    PoolIdentityRemovalSummary = @(
        New-Sample ([CognitoPools.PoolIdentityRemovalSummary]) @{ Given = 123456789; Removed = 123456780; Failed = 4; Unknown = 2; NotSent = 3
            Repeated = 12345; Stopped = $true; Elapsed = [timespan]::FromSeconds(205761) }
    )
    PoolIdentityMeasurement = @(
        New-Sample ([CognitoPools.PoolIdentityMeasurement]) @{ IdentityPoolId = $short; Time = $date; Total = [long]200; Guests = [long]150
            Authenticated = [long]50; Matching = [long]9; Providers = @([CognitoPools.PoolIdentityProviderCount]::new('Google',
                'accounts.google.com', 50, 0.25)); Created = $small; Modified = $small; Days = $days; OldestCreation = $date.AddYears(-3)
            NewestCreation = $date; OldestModification = $date.AddYears(-3); NewestModification = $date }
        New-Sample ([CognitoPools.PoolIdentityMeasurement]) @{ IdentityPoolId = $long; Time = $date; Total = [long]124691396
            Guests = [long]1234567; Authenticated = [long]123456829; Disabled = [long]1; Providers = $counts; Created = $large
            Modified = $large; Days = @($largeDay); OldestCreation = $date.AddYears(-9); NewestCreation = $date; OldestModification = $date.AddYears(-9)
            NewestModification = $date }
    )
    PoolIdentityAge = @($small) + @($large[7])
    PoolIdentityDay = $days + $largeDay
    PoolIdentityProviderCount = $counts
    PoolCredential = @(
        New-Sample ([CognitoPools.PoolCredential]) @{ IdentityId = $long; IdentityPoolId = $long; AccessKeyId = 'ASIASANDBOXYGGKE5HKT'
            SecretKey = 'x'; SessionToken = 'y'; Expiration = $date; RoleName = $longRole; RoleArn = "$path/$longRole"; Flow = 'Enhanced' }
    )
    PoolOpenIdToken = @(
        New-Sample ([CognitoPools.PoolOpenIdToken]) @{ IdentityId = $long; IdentityPoolId = $long; Token = 'x'; Expiration = $date }
    )
    PoolRoleDecision = @(
        New-Sample ([CognitoPools.PoolRoleDecision]) @{ IdentityPoolId = $short; IdentityType = 'Authenticated'; Subject = '42'
            Provider = 'accounts.google.com'; Role = "$path/$longRole"; Reason = 'Rule 1 fits.'; Rule = $rules[0]
            PrincipalTags = @{ user = '42' }; Trusted = $false; TrustReason = 'No statement lets them assume the role.' }
        New-Sample ([CognitoPools.PoolRoleDecision]) @{ IdentityPoolId = $short; IdentityType = 'Guest'; Reason = 'The pool takes no guests.' }
    )
    PoolDeveloperIdentity = @(
        New-Sample ([CognitoPools.PoolDeveloperIdentity]) @{ IdentityPoolId = $short; IdentityId = $short; DeveloperUserIdentifier = 'anna' }
        New-Sample ([CognitoPools.PoolDeveloperIdentity]) @{ IdentityId = $long
            DeveloperUserIdentifier = 'benedict.of.the.north@example.com' }
    )
    'Sandbox.SandboxCall' = @(
        New-Shown CognitoPools.Sandbox.SandboxCall ([ordered]@{ Time = $sandboxTime; Service = 'cognito-identity'; Status = 200
            Operation = 'GetOpenIdTokenForDeveloperIdentity'; Region = 'ap-southeast-1'; StatusCode = 400; Changing = $true; Signed = $true
            AccessKeyId = 'AKIASANDBOXSANDBOX00'; ErrorCode = 'DeveloperUserAlreadyRegisteredException'
            Request = "{`"IdentityPoolId`":`"$long`"}" }) ''
    )
    'Sandbox.SandboxFault' = @(
        New-Shown CognitoPools.Sandbox.SandboxFault ([ordered]@{ Operation = 'GetOpenIdTokenForDeveloperIdentity'; AtCall = 1
            Times = 2147483647; Kind = 'UnprocessedIdentities'; ErrorCode = 'InternalErrorException'; Message = $null; StatusCode = $null
            AfterApply = $false; Delay = $null }) ''
    )
}
