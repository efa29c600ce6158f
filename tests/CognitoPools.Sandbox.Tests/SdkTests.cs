using System.Globalization;
using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Microsoft.Extensions.Time.Testing;

namespace CognitoPools.Sandbox.Tests;

/// <summary>The sandbox under the SDK's clients: marshalling, signing and retries are the real ones.</summary>
public sealed class SdkTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2024, 5, 6, 7, 8, 9, 120, TimeSpan.Zero);

    private readonly SandboxAccount account = new(new FakeTimeProvider(Now));
    private readonly AmazonCognitoIdentityClient pools;
    private readonly AmazonIdentityManagementServiceClient iam;
    private readonly AmazonSecurityTokenServiceClient sts;

    public SdkTests()
    {
        var credentials = new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "sandbox");
        pools = new AmazonCognitoIdentityClient(credentials, Configured(new AmazonCognitoIdentityConfig()));
        iam = new AmazonIdentityManagementServiceClient(credentials, Configured(new AmazonIdentityManagementServiceConfig()));
        sts = new AmazonSecurityTokenServiceClient(credentials, Configured(new AmazonSecurityTokenServiceConfig()));
    }

    public void Dispose()
    {
        pools.Dispose();
        iam.Dispose();
        sts.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public async Task A_pools_life_from_creation_to_deletion(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        const string UserPool = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI";
        var created = await pools.CreateIdentityPoolAsync(new CreateIdentityPoolRequest
        {
            IdentityPoolName = "I am a pool",
            AllowUnauthenticatedIdentities = true,
            CognitoIdentityProviders =
            [
                new CognitoIdentityProviderInfo { ProviderName = UserPool, ClientId = "abc", ServerSideTokenCheck = true },
            ],
            IdentityPoolTags = new() { ["team"] = "blue" },
        });
        var role =
            (await iam.CreateRoleAsync(new CreateRoleRequest
            {
                RoleName = "in",
                Path = "/service-role/",
                AssumeRolePolicyDocument = Trust.For(created.IdentityPoolId),
            })).Role;
        await pools.SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest
        {
            IdentityPoolId = created.IdentityPoolId,
            Roles = new() { ["authenticated"] = role.Arn },
            RoleMappings = new()
            {
                [UserPool + ":abc"] = new RoleMapping
                {
                    Type = RoleMappingType.Rules,
                    AmbiguousRoleResolution = AmbiguousRoleResolutionType.Deny,
                    RulesConfiguration = new RulesConfigurationType
                    {
                        Rules =
                        [
                            new MappingRule
                            {
                                Claim = "custom:x",
                                MatchType = MappingRuleMatchType.StartsWith,
                                Value = "v",
                                RoleARN = role.Arn,
                            },
                        ],
                    },
                },
            },
        });
        await pools.SetPrincipalTagAttributeMapAsync(new SetPrincipalTagAttributeMapRequest
        {
            IdentityPoolId = created.IdentityPoolId,
            IdentityProviderName = UserPool,
            UseDefaults = true,
        });

        var pool = await pools.DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest
        {
            IdentityPoolId = created.IdentityPoolId,
        });
        var roles = await pools.GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest
        {
            IdentityPoolId = created.IdentityPoolId,
        });
        var map = await pools.GetPrincipalTagAttributeMapAsync(new GetPrincipalTagAttributeMapRequest
        {
            IdentityPoolId = created.IdentityPoolId,
            IdentityProviderName = UserPool,
        });
        Assert.Equal("I am a pool", pool.IdentityPoolName);
        Assert.Null(pool.AllowClassicFlow);
        Assert.True(pool.CognitoIdentityProviders.Single().ServerSideTokenCheck);
        Assert.Equal("blue", pool.IdentityPoolTags["team"]);
        Assert.Equal(role.Arn, roles.Roles["authenticated"]);
        Assert.Equal(
            MappingRuleMatchType.StartsWith,
            roles.RoleMappings.Single().Value.RulesConfiguration.Rules.Single().MatchType);
        Assert.True(map.UseDefaults);

        await pools.DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = created.IdentityPoolId });
        var gone = await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            pools.DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest
            {
                IdentityPoolId = created.IdentityPoolId,
            }));
        Assert.Equal($"IdentityPool '{created.IdentityPoolId}' not found.", gone.Message);
        Assert.All(account.Calls, call => Assert.Equal("AKIASANDBOXSANDBOX00", call.AccessKeyId));
    }

    [Fact]
    public async Task Identities_are_made_listed_and_deleted()
    {
        var pool =
            (await pools.CreateIdentityPoolAsync(new CreateIdentityPoolRequest
            {
                IdentityPoolName = "p",
                AllowUnauthenticatedIdentities = true,
            })).IdentityPoolId;
        account.AddIdentities(pool, 60, "accounts.google.com");
        var guest = (await pools.GetIdAsync(new GetIdRequest { IdentityPoolId = pool })).IdentityId;

        var first = await pools.ListIdentitiesAsync(new ListIdentitiesRequest { IdentityPoolId = pool, MaxResults = 60 });
        var second = await pools.ListIdentitiesAsync(new ListIdentitiesRequest
        {
            IdentityPoolId = pool,
            MaxResults = 60,
            NextToken = first.NextToken,
        });
        var removal = await pools.DeleteIdentitiesAsync(new DeleteIdentitiesRequest
        {
            IdentityIdsToDelete = [guest, "us-east-1:11111111-2222-3333-4444-555555555555"],
        });

        Assert.Equal(60, first.Identities.Count);
        Assert.Equal(guest, Assert.Single(second.Identities).IdentityId);
        Assert.Null(second.NextToken);
        Assert.Equal(Now.UtcDateTime, second.Identities[0].CreationDate);
        Assert.Equal(ErrorCode.AccessDenied, Assert.Single(removal.UnprocessedIdentityIds).ErrorCode);
        Assert.False(account.Calls.Single(call => call.Operation == "GetId").Signed);
    }

    [Fact]
    public async Task Iam_errors_are_the_sdks_typed_exceptions()
    {
        await iam.CreateRoleAsync(new CreateRoleRequest { RoleName = "r", AssumeRolePolicyDocument = Trust.For("us-east-1:1") });

        await Assert.ThrowsAsync<EntityAlreadyExistsException>(() => iam.CreateRoleAsync(new CreateRoleRequest
        {
            RoleName = "R",
            AssumeRolePolicyDocument = Trust.For("us-east-1:1"),
        }));
        await Assert.ThrowsAsync<MalformedPolicyDocumentException>(() =>
            iam.UpdateAssumeRolePolicyAsync(new UpdateAssumeRolePolicyRequest
            {
                RoleName = "r",
                PolicyDocument = "{}",
            }));
        await Assert.ThrowsAsync<NoSuchEntityException>(() => iam.GetRoleAsync(new GetRoleRequest { RoleName = "other" }));
        await iam.PutRolePolicyAsync(new PutRolePolicyRequest
        {
            RoleName = "r",
            PolicyName = "p",
            PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""",
        });
        await Assert.ThrowsAsync<DeleteConflictException>(() => iam.DeleteRoleAsync(new DeleteRoleRequest { RoleName = "r" }));
        Assert.Equal(
            Trust.For("us-east-1:1"),
            Uri.UnescapeDataString(
                (await iam.ListRolesAsync(new ListRolesRequest { PathPrefix = "/" })).Roles.Single().AssumeRolePolicyDocument));
        Assert.Equal(["p"], (await iam.ListRolePoliciesAsync(new ListRolePoliciesRequest { RoleName = "r" })).PolicyNames);
    }

    [Fact]
    public async Task Sts_says_who_calls()
    {
        var caller = await sts.GetCallerIdentityAsync(new());

        Assert.Equal(("123456789012", "arn:aws:iam::123456789012:user/sandbox"), (caller.Account, caller.Arn));
    }

    [Fact]
    public async Task The_sdk_retries_throttling_and_internal_errors()
    {
        account.Settings.AddFault(new SandboxFault { Operation = "ListIdentityPools", Kind = SandboxFaultKind.Throttle });
        account.Settings.AddFault(new SandboxFault
        {
            Operation = "ListIdentityPools",
            AtCall = 2,
            Kind = SandboxFaultKind.InternalError,
        });
        account.Settings.AddFault(new SandboxFault { Operation = "ListRoles", Kind = SandboxFaultKind.ConnectionReset });

        await pools.ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 1 });
        await iam.ListRolesAsync(new ListRolesRequest());

        Assert.Equal(
            [
                ("ListIdentityPools", 400),
                ("ListIdentityPools", 500),
                ("ListIdentityPools", 200),
                ("ListRoles", null),
                ("ListRoles", (int?)200),
            ],
            account.Calls.Select(call => (call.Operation, call.StatusCode)));
    }

    [Fact]
    public async Task What_is_not_simulated_is_not_retried()
    {
        var exception = await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(() => sts.GetSessionTokenAsync(new()));

        Assert.Equal("NotSimulated", exception.ErrorCode);
        Assert.Equal("The sandbox does not simulate GetSessionToken of sts yet.", exception.Message);
        Assert.Single(account.Calls);
    }

    [Fact]
    public async Task Broken_constraints_keep_the_services_words()
    {
        var exception = await Assert.ThrowsAnyAsync<AmazonCognitoIdentityException>(() =>
            pools.CreateIdentityPoolAsync(new CreateIdentityPoolRequest
            {
                IdentityPoolName = "a/b",
                AllowUnauthenticatedIdentities = false,
            }));

        Assert.Equal("ValidationException", exception.ErrorCode);
        Assert.StartsWith(
            "1 validation error detected: Value 'a/b' at 'identityPoolName'",
            exception.Message, StringComparison.Ordinal);
        Assert.Single(account.Calls);
    }

    private T Configured<T>(T config)
        where T : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.USEast1;
        config.HttpClientFactory = new SandboxClients(account);
        return config;
    }

    private sealed class SandboxClients(SandboxAccount account) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(account.CreateHandler());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override string GetConfigUniqueString(IClientConfig clientConfig) => "sandbox";
    }
}
