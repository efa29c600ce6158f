using Amazon.Runtime;
using CognitoPools.Account;

namespace CognitoPools.Core.Tests.Account;

public class ForeignCredentialsTests
{
    [Fact]
    public async Task Credentials_that_renew_themselves_are_asked_for_each_request()
    {
        var source = new Renewing();
        var credentials = ForeignCredentials.From(source)!;
        Assert.Equal("KEY1", (await credentials.GetCredentialsAsync()).AccessKey);
        Assert.Equal("KEY2", (await credentials.GetCredentialsAsync()).AccessKey);
        var third = await Task.Run(credentials.GetCredentials);
        Assert.Equal(("KEY3", "secret", "token"), (third.AccessKey, third.SecretKey, third.Token));
    }

    [Fact]
    public async Task What_has_no_asynchronous_method_is_asked_all_the_same() =>
        Assert.Equal("PLAIN", (await ForeignCredentials.From(new Plain())!.GetCredentialsAsync()).AccessKey);

    [Fact]
    public async Task Credentials_that_cannot_be_read_say_why_and_what_to_do()
    {
        var credentials = ForeignCredentials.From(new Expired())!;
        var failures = new[]
        {
            await Assert.ThrowsAsync<AccountException>(credentials.GetCredentialsAsync),
            await Assert.ThrowsAsync<AccountException>(() => Task.Run(credentials.GetCredentials)),
        };
        Assert.All(failures, failure =>
        {
            Assert.Equal(AccountFault.NoCredentials, failure.Reason);
            Assert.Contains("The SSO session has expired.", failure.Message, StringComparison.Ordinal);
            Assert.Contains("Set-AWSCredential", failure.Message, StringComparison.Ordinal);
            Assert.IsType<InvalidOperationException>(failure.InnerException);
        });
    }

    [Fact]
    public void This_SDKs_credentials_stay_what_they_are_and_other_objects_are_none()
    {
        var own = new BasicAWSCredentials("KEY", "secret");
        Assert.Same(own, ForeignCredentials.From(own));
        Assert.Null(ForeignCredentials.From(null));
        Assert.Null(ForeignCredentials.From("AKIAEXAMPLE"));
        Assert.Null(ForeignCredentials.From(new OtherThing()));
    }

    [Fact]
    public void Their_text_is_their_kind_and_no_secret() =>
        Assert.Equal(nameof(Plain), ForeignCredentials.From(new Plain())!.ToString());

    private sealed record Keys(string AccessKey, string SecretKey, string Token);

    private sealed class Renewing
    {
        private int asked;

        public Keys GetCredentials() => new($"KEY{++asked}", "secret", "token");

        public Task<Keys> GetCredentialsAsync() => Task.FromResult(GetCredentials());
    }

    private sealed class Plain
    {
        public Keys GetCredentials() => new("PLAIN", "secret", "");

        public override string ToString() => "secret";
    }

    private sealed class Expired
    {
        public Keys GetCredentials() => throw new InvalidOperationException("The SSO session has expired.");

        public Task<Keys> GetCredentialsAsync() =>
            Task.FromException<Keys>(new InvalidOperationException("The SSO session has expired."));
    }

    private sealed class OtherThing
    {
        public int GetCredentials() => 1;
    }
}
