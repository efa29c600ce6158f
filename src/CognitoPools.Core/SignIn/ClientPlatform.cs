namespace CognitoPools.SignIn;

/// <summary>The platform of an app that uses an identity pool.</summary>
public enum ClientPlatform
{
    /// <summary>The AWS SDK for JavaScript, version 3.</summary>
    JavaScript,

    /// <summary>Amplify for JavaScript, version 6.</summary>
    Amplify,

    /// <summary>Android, with the AWS SDK for Kotlin.</summary>
    Android,

    /// <summary>iOS, with the AWS SDK for Swift.</summary>
    iOS,

    /// <summary>The AWS SDK for .NET, version 4.</summary>
    DotNet,
}
