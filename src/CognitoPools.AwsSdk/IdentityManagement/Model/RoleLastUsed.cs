using System;

namespace Amazon.IdentityManagement.Model;

/// <summary>Contains information about the last time that an IAM role was used. This includes the date and time and the Region in which the role was last used.</summary>
public partial class RoleLastUsed
{
    /// <summary>The date and time, in ISO 8601 date-time format that the role was last used. This field is null if the role has not been used within the IAM tracking period.</summary>
    public DateTime? LastUsedDate { get; set; }

    /// <summary>The name of the Amazon Web Services Region in which the role was last used.</summary>
    public string Region { get; set; }
}
