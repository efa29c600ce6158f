using System;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>Credentials for the provided identity ID.</summary>
public partial class Credentials : AWSCredentials
{
    /// <summary>The Access Key portion of the credentials.</summary>
    public string AccessKeyId { get; set; }

    /// <summary>The Secret Access Key portion of the credentials.</summary>
    public string SecretKey { get; set; }

    /// <summary>The Session Token portion of the credentials.</summary>
    public string SessionToken { get; set; }

    /// <summary>The date at which these credentials will expire.</summary>
    public override DateTime? Expiration { get; set; }

    /// <summary>The credentials for the signing code of the SDK.</summary>
    public override ImmutableCredentials GetCredentials() => new ImmutableCredentials(AccessKeyId, SecretKey, SessionToken);
}
