-- What is measured in the picture of a photograph, and from which score on two of them may be compared.

ALTER TABLE photo ADD COLUMN figures TEXT CHECK (figures GLOB
    'version=[1-9],light=*,red_cast=*,blue_cast=*,sharpness=*,clipped_bright=*,clipped_dark=*');
ALTER TABLE photo ADD COLUMN pose TEXT CHECK (pose GLOB
    'version=[1-9],yaw=*,pitch=*,roll=*,eye_distance=*,centre_x=*,centre_y=*');
ALTER TABLE clinic ADD COLUMN comparable_from INTEGER NOT NULL DEFAULT 70 CHECK (comparable_from BETWEEN 1 AND 100);
