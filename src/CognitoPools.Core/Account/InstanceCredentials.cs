using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace CognitoPools.Account;

/// <summary>The credentials of the machine's instance role, requested at the first call. Without an instance metadata
/// service, the SDK tries for half a minute; two seconds are enough for a service on the same host.</summary>
internal sealed class InstanceCredentials : AWSCredentials
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly TimeProvider time;
    private readonly Func<Task<AWSCredentials>> ask;
    private AWSCredentials? found;

    public InstanceCredentials(TimeProvider time)
        : this(time, () => new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(null))
    {
    }

    internal InstanceCredentials(TimeProvider time, Func<Task<AWSCredentials>> ask) => (this.time, this.ask) = (time, ask);

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        found ??= await AskAsync().ConfigureAwait(false);
        return await found.GetCredentialsAsync().ConfigureAwait(false);
    }

    private async Task<AWSCredentials> AskAsync()
    {
        try
        {
            // The SDK calls this synchronously, despite the name of the method.
            return await Task.Run(ask).WaitAsync(Limit, time).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            throw CredentialSource.None("no instance metadata service answered within 2 seconds", late);
        }
        catch (AmazonClientException nothing)
        {
            throw CredentialSource.None("the instance metadata service returned none", nothing);
        }
    }
}
