using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Core.Tests.Account;

/// <summary>These read the process's environment, so they run one after the other and set it back.</summary>
[Collection(nameof(AccountConnectionTests))]
[CollectionDefinition(nameof(AccountConnectionTests), DisableParallelization = true)]
public sealed class AccountConnectionTests : IDisposable
{
    private static readonly string[] Variables =
    [
        "AWS_PROFILE",
        "AWS_DEFAULT_PROFILE",
        "AWS_REGION",
        "AWS_DEFAULT_REGION",
        "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN",
        "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_EC2_METADATA_DISABLED", "AWS_ENDPOINT_URL",
    ];

    private static readonly BasicAWSCredentials Keys = new("AKIAEXAMPLE", "verysecretvalue");

    private readonly Dictionary<string, string?> before = Variables.ToDictionary(
        name => name, Environment.GetEnvironmentVariable);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("account");

    public AccountConnectionTests()
    {
        foreach (var name in Variables)
            Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Path.Combine(folder.FullName, "config"));
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(folder.FullName, "credentials"));
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
            Environment.SetEnvironmentVariable(name, value);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void The_Region_that_is_given_goes_before_the_environments()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "us-west-2");
        using var connection = AccountConnection.Open(new AccountOptions
        {
            Credentials = new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
            Region = "ap-south-1",
        });
        Assert.Equal("ap-south-1", connection.DefaultRegion);
    }

    [Fact]
    public void Without_a_profile_the_environment_names_the_Region()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "us-west-2");
        using var connection = AccountConnection.Open(new AccountOptions
        {
            Credentials = new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        });
        Assert.Equal("us-west-2", connection.RequireRegion());
    }

    [Fact]
    public void A_sandbox_takes_nothing_from_the_environment()
    {
        Environment.SetEnvironmentVariable("AWS_REGION", "us-west-2");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", "http://localhost:1");
        using var account = new TestAccount();
        Assert.Equal(("eu-central-1", null), (account.Connection.DefaultRegion, account.Connection.EndpointUrl));
    }

    [Fact]
    public void What_is_missing_is_named_with_its_cure()
    {
        Assert.Equal(
            AccountFault.UnknownProfile,
            Fault(() => AccountConnection.Open(new AccountOptions { ProfileName = "nobody" }), "nobody"));
        Assert.Equal(
            AccountFault.InvalidRegion,
            Fault(
                () => AccountConnection.Open(new AccountOptions { Credentials = Keys, Region = "not a region" }),
                "not a region"));
        Assert.Equal(
            AccountFault.InvalidEndpoint,
            Fault(
                () => AccountConnection.Open(new AccountOptions
                {
                    Credentials = Keys,
                    Region = "us-east-1",
                    EndpointUrl = new Uri("ftp://example.com"),
                }),
                "ftp://example.com"));
        Assert.Equal(
            AccountFault.NoRegion,
            Fault(() => AccountConnection.Open(new AccountOptions { Credentials = Keys }).RequireRegion(), "-Region"));
    }

    [Fact]
    public async Task Missing_credentials_are_named_with_where_they_are_looked_for()
    {
        var error = await Assert.ThrowsAsync<AccountException>(async () =>
        {
            using var connection = AccountConnection.Open(new AccountOptions { Region = "us-east-1" });
            await connection.GetCallerAsync(CancellationToken.None);
        });
        Assert.Equal(AccountFault.NoCredentials, error.Reason);
        Assert.Contains("AWS_ACCESS_KEY_ID", error.Message, StringComparison.Ordinal);
    }

    private static AccountFault Fault(Func<object> open, string named)
    {
        var error = Assert.Throws<AccountException>(open);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", error.ToString(), StringComparison.Ordinal);
        return error.Reason;
    }
}
